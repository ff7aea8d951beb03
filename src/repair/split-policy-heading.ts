/** A heading taken apart; the parts stand in the order number, title, continuation mark. */
export interface PolicyHeadingParts {
  /** The printed number with what belongs to it, e.g. `๑.` or `นโยบายที่ ๑`; as read, perhaps wrongly. */
  readonly numberText: string | null;
  /** The title as read. */
  readonly title: string;
  /** UTF-16 offset of `title` in the heading. */
  readonly start: number;
  /** Whether the heading ends in `(ต่อ)`. */
  readonly isContinuation: boolean;
}

// A digit that the engine does not know comes out as another digit, a sign, a Latin or a Thai letter; the dot or
// bracket behind it usually survives. Without one only digits count, so that no title loses its first word.
const NUMBER =
  /^\s*((?:(?:นโยบาย|ประเด็น|ข้อ)ที่\s*)?(?:[([]?\s*[0-9๐-๙]{1,3}\s*[.):\]]*|[([]?[^\s.)]{1,3}\s?[.)]+|(?:[^\s\u0e01-\u0e3a\u0e40-\u0e4e]{1,3}(?=\s|[\u0e01-\u0e2e\u0e40-\u0e44]))))\s*/u;

// `(ต่อ)`, `(ต่อ )`, `(ตอ)`, `(ด่อ)`, `(ต่อ`, `(ตซ่อ)` and the like: one of the brackets must have survived,
// or `ต่อ` itself behind a space.
const MARKS = String.raw`[\u0e31-\u0e3a\u0e47-\u0e4e\s]*`;
const CONTINUED_LETTERS = String.raw`\s*[ตดคฅศถ]${MARKS}[ก-ฮ]?${MARKS}[อฮยว]${MARKS}`;
const CONTINUED = new RegExp(
  String.raw`\s*(?:[(\[{|]${CONTINUED_LETTERS}[)\]}|!l1]?|\s${CONTINUED_LETTERS}[)\]}]|\sต่อ)\s*$`,
  "u",
);

/** A number that cannot be anything else, with what a piece of the table's border read as a letter has left before it. */
const DIGITS_AND_DOT = /^\s*([(]?\s*[0-9๐-๙]{1,3}\s*[.)]+)\s*/u;

/**
 * Takes number and `(ต่อ)` off a heading.
 *
 * "๒. นโยบายการสรรหา (ต่อ)" -> number "๒.", title "นโยบายการสรรหา", continued
 */
export function splitPolicyHeading(heading: string): PolicyHeadingParts {
  const continued = CONTINUED.exec(heading);
  const body = continued === null ? heading : heading.slice(0, continued.index);
  const first = NUMBER.exec(body);
  const stray = first !== null && !/[0-9๐-๙]/u.test(first[0]) ? first[0].length : 0;
  const printed = DIGITS_AND_DOT.exec(body.slice(stray));
  const numberText = (printed ?? first)?.[1]?.trim() ?? null;
  const start =
    printed === null
      ? (first?.[0].length ?? body.length - body.trimStart().length)
      : stray + printed[0].length;
  return {
    numberText,
    title: body.slice(start).trimEnd(),
    start,
    isContinuation: continued !== null,
  };
}
