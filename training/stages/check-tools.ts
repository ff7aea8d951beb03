import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { listFontFaces } from "../../maker/fonts.ts";
import { lookForPython } from "./find-python.ts";

/** Debian packages of the tools and fonts; the other fonts are npm packages of this repository. */
const DEBIAN_PACKAGES = [
  "tesseract-ocr",
  "fonts-thai-tlwg",
  "fonts-dejavu-core",
  "python3-torch",
  "python3-numpy",
  "libopenblas0-pthread",
];
const TOOLS = ["tesseract", "lstmtraining", "combine_tessdata", "combine_lang_model", "dawg2wordlist"];

function isOnPath(tool: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

/** Finds what training needs on the machine, and installs it from Debian where it is missing (needs root). */
export function checkTools(): void {
  const hasFonts = listFontFaces().some((face) => face.familyName === "Laksaman");
  if (TOOLS.every(isOnPath) && hasFonts && lookForPython() !== null) return;
  execFileSync("apt-get", ["update", "-q"], { stdio: "inherit" });
  execFileSync("apt-get", ["install", "-y", "-q", ...DEBIAN_PACKAGES], { stdio: "inherit" });
}
