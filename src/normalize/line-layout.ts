/**
 * Steps that take the page's layout out of a text: pieces of table rules and layout spaces.
 * Each takes a text and returns it, changed or not; the examples in the docblocks run as tests.
 */

const UPRIGHT_RULES = "|¦│┃";

function isSpaceOrEdge(character: string | undefined): boolean {
  return character === undefined || character === " ";
}

function isUprightRule(character: string | undefined): boolean {
  return character !== undefined && UPRIGHT_RULES.includes(character);
}

/** An upright rule always is one at a line's edge; `_` only by itself, since a row of them is a blank to fill in. */
function isFragment(line: string, index: number): boolean {
  const character = line[index];
  if (isUprightRule(character)) return true;
  const [before, after] = [line[index - 1], line[index + 1]];
  return (
    character === "_" &&
    (isSpaceOrEdge(before) || isUprightRule(before)) &&
    (isSpaceOrEdge(after) || isUprightRule(after))
  );
}

function withoutFragments(line: string): string {
  let [start, end] = [0, line.length];
  for (let index = 0; index < end && (line[index] === " " || isFragment(line, index)); index++) {
    if (line[index] !== " ") start = index + 1;
  }
  for (let index = end - 1; index >= start && (line[index] === " " || isFragment(line, index)); index--) {
    if (line[index] !== " ") end = index;
  }
  return line.slice(start, end);
}

/**
 * Drops pieces of table rules read as `|` or a lone `_` at the edges of a line. Inside a line they stay: there
 * a `|` may be a misread letter, which is for repair to decide.
 *
 * "| ปรับปรุงแผน |" -> " ปรับปรุงแผน "
 * "|กองช่าง _" -> "กองช่าง "
 * "ลงชื่อ ____" -> "ลงชื่อ ____"
 * "ก|ข" -> "ก|ข"
 */
export function dropRuleFragments(text: string): string {
  return text.split("\n").map(withoutFragments).join("\n");
}

/**
 * One space for a run of them, none at the edges of a line.
 *
 * "  กอง   ช่าง \n ๑ อัตรา " -> "กอง ช่าง\n๑ อัตรา"
 */
export function collapseSpaces(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}
