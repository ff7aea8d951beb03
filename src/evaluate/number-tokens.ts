const NUMBER_TOKEN = /[0-9๐-๙]+(?:[,./][0-9๐-๙]+)*/gu;

/**
 * The number tokens of a text: runs of Thai or Arabic digits with `,` `.` `/` inside, as printed.
 *
 * `"ครั้งที่ ๑๑/๒๕๖๕ จำนวน ๒๒,๔๖๐.- บาท"` gives `["๑๑/๒๕๖๕", "๒๒,๔๖๐"]`.
 */
export function numberTokens(text: string | null): readonly string[] {
  return text?.match(NUMBER_TOKEN) ?? [];
}
