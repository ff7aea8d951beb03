import { isUtf8 } from "node:buffer";
import type { Random } from "../../maker/random.ts";
import { place, type Mutation } from "./mutation.ts";

const MANY = 1_000;

/** Text that stays what it is in its own encoding: one that is no UTF-8 is changed byte by byte. */
function textual(name: string, change: (text: string, random: Random) => string): Mutation {
  return {
    name,
    apply(bytes, random) {
      const encoding = isUtf8(bytes) ? "utf8" : "latin1";
      return Buffer.from(change(bytes.toString(encoding), random), encoding);
    },
  };
}

function byLines(name: string, change: (lines: string[], random: Random) => readonly string[]): Mutation {
  return textual(name, (text, random) => change(text.split("\n"), random).join("\n"));
}

function insertAnywhere(text: string, random: Random, inserted: string): string {
  const at = place(random, text.length);
  return text.slice(0, at) + inserted + text.slice(at);
}

const SIGNS: readonly string[] = [
  "\0",
  "\0".repeat(300),
  "\u202e",
  "\u2066\u202b\u200f",
  "\ufeff",
  "\ufffd",
  "\u200b\u200d\u2060",
  "\u001b]0;title\u0007\u001b[2J",
  "\r",
  "\u0085\u2028\u2029",
  "\u000b\f",
  "\u0e31\u0e47\u0e4c\u0e48\u0e49".repeat(40),
  "\u0e4d\u0e32\u0e33",
  "\u{1f600}",
  "\ud83d".normalize(),
  "\u00a0\u3000",
  "๙".repeat(400),
  "9".repeat(400),
  "-".repeat(2_000),
  "(".repeat(2_000),
  "&#x110000;&#0;&nbsp;&lt;td&gt;&amp".repeat(20),
];

const STRUCTURES: readonly string[] = [
  "\t".repeat(3_000),
  `|${" a |".repeat(3_000)}\n`,
  "\n|---|---|\n",
  `\n|${"---|".repeat(500)}\n`,
  '"',
  '\t"\t""\t"""',
  "```\n",
  "<table>",
  "</table>",
  "<table><tr><td>".repeat(300),
  "<td>".repeat(2_000),
  `<table>${"<tr><td>ก<td>ข<td>ค".repeat(1_000)}</table>`,
  '<table><tr><td colspan="1000000">ก</td></tr></table>',
  '<table><tr><td rowspan="65534" colspan="1000">ก</td><td>ข</td></tr></table>',
  '<td rowspan="-1" colspan="0">',
  `<table>${'<tr><td colspan="200">ก</td></tr>'.repeat(100)}</table>`,
  "<div>".repeat(4_000),
  "<b><i><p><span>".repeat(700),
  "<!--",
  "<script>",
  "<![CDATA[",
  "\f".repeat(400),
  "\n--- หน้า 1 ---\n",
  "\n--- Page 999999999 ---\n".repeat(50),
  "\n\n\n".repeat(1_000),
  "\nรายงานผลการดำเนินงานตามนโยบายการบริหารทรัพยากรบุคคล\n",
  "\nลำดับที่\tกิจกรรม\tเป้าหมาย\tผลการดำเนินงาน\tงบประมาณ\n",
  "\n๑. นโยบายการวางแผนกำลังคน\n",
  "\n- ก\n1) ข\n(2) ค\n".repeat(300),
  "๓๑ ก.พ. ๒๕๖๖ – ๓๐ ก.ย. ๒๕๖๖ ".repeat(200),
  "๑,๐๐๐,๐๐๐.๐๐ บาท/".repeat(200),
  "{",
  '[{"',
];

/** What happens to text on its way, or is written by someone who means harm. */
export const TEXT_MUTATIONS: readonly Mutation[] = [
  byLines("text-repeat-line", (lines, random) => {
    const at = place(random, lines.length);
    const copies = Array.from({ length: random.pick([2, 30, MANY]) }, () => lines[at] ?? "");
    return lines.toSpliced(at, 0, ...copies);
  }),
  byLines("text-remove-line", (lines, random) => lines.toSpliced(place(random, lines.length), 1)),
  byLines("text-shuffle-lines", (lines, random) => random.shuffle(lines)),
  byLines("text-ragged", (lines, random) =>
    lines.map((line) => line.replaceAll("\t", () => random.pick(["\t", "\t", "", "\t\t", " "]))),
  ),
  byLines("text-swap-lines", (lines, random) => {
    const [a, b] = [place(random, lines.length), place(random, lines.length)];
    return lines.with(a, lines[b]!).with(b, lines[a]!);
  }),
  textual("text-signs", (text, random) => {
    let changed = text;
    for (let left = random.integer(1, 4); left > 0; left -= 1) {
      changed = insertAnywhere(changed, random, random.pick(SIGNS));
    }
    return changed;
  }),
  textual("text-structure", (text, random) => insertAnywhere(text, random, random.pick(STRUCTURES))),
  textual("text-repeat-part", (text, random) => {
    const start = place(random, text.length);
    const part = text.slice(start, start + random.integer(1, 200));
    return text.slice(0, start) + part.repeat(random.pick([2, 20, MANY])) + text.slice(start);
  }),
  textual("text-long-line", (text, random) =>
    insertAnywhere(text, random, "นโยบาย ".repeat(random.pick([100, 8_000]))),
  ),
  textual("text-no-line-ends", (text) => text.replaceAll(/[\r\n]+/gu, " ")),
  textual("text-line-ends", (text, random) =>
    text.replaceAll("\n", random.pick(["\r", "\r\n", "\n\r\n", "\n\n"])),
  ),
  textual("text-delimiters", (text, random) =>
    text.replaceAll("\t", random.pick([",", ";", "|", "  ", " | ", "\t\t"])),
  ),
  textual("text-span", (text, random) =>
    text.replaceAll(/(?:col|row)span="\d+"/gu, (span) =>
      span.replace(/\d+/u, () => random.pick(["0", "1", "2", "999", "1000", "65534", "-3", "1e9", ""])),
    ),
  ),
  textual("text-quotes", (text, random) =>
    text.replaceAll(/[\t|]/gu, (sign) => (random.chance(0.1) ? `${sign}"` : sign)),
  ),
  {
    name: "text-encoding",
    apply(bytes, random) {
      const text = bytes.toString("utf8");
      const little = Buffer.from(text, "utf16le");
      return random.pick([
        () => Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
        () => Buffer.concat([Buffer.from([0xfe, 0xff]), little]),
        () => little,
        () => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]),
        () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
        () => Buffer.concat([bytes, toThaiCodePage(text)]),
        () => toThaiCodePage(text),
        () => Buffer.concat([bytes.subarray(0, place(random, bytes.length)), little]),
      ])();
    },
  },
];

const THAI_BLOCK = 0x0e00;
const THAI_CODE_PAGE = 0xa0;

/** Windows-874; what it does not know becomes a question mark. */
export function toThaiCodePage(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const code = character.codePointAt(0)!;
      if (code < 0x80) return code;
      return code > THAI_BLOCK && code <= THAI_BLOCK + 0x5b ? code - THAI_BLOCK + THAI_CODE_PAGE : 0x3f;
    }),
  );
}
