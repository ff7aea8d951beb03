import { breakClusters, breakWords } from "./break-words.ts";

export interface WrappedLine {
  readonly text: string;
  /** False where the paragraph goes on in the next line. */
  readonly endsParagraph: boolean;
}

/** Cuts a word that is wider than the line into pieces that fit, as a word processor does in narrow columns. */
function cutWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  for (const cluster of breakClusters(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && measure(last + cluster) <= width) pieces[pieces.length - 1] = last + cluster;
    else pieces.push(cluster);
  }
  return pieces;
}

/** Sets a text in lines of at most `width`, each as full as it gets; `\n` ends a paragraph. */
export function wrapText(text: string, width: number, measure: (text: string) => number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of breakWords(paragraph)) {
      const joined = line === "" ? word.text : `${line}${word.spaceBefore ? " " : ""}${word.text}`;
      if (measure(joined) <= width) {
        line = joined;
        continue;
      }
      if (line !== "") lines.push({ text: line, endsParagraph: false });
      const pieces = cutWord(word.text, width, measure);
      for (const piece of pieces.slice(0, -1)) lines.push({ text: piece, endsParagraph: false });
      line = pieces.at(-1) ?? "";
    }
    lines.push({ text: line, endsParagraph: true });
  }
  return lines;
}
