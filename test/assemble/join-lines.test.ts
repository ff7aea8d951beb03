import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureColumn } from "../../src/assemble/column-measure.ts";
import { joinLines } from "../../src/assemble/join-lines.ts";
import type { TextPart } from "../../src/assemble/join-lines.ts";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import { ADVANCE, PADDING, buildLine } from "../support/build-page.ts";

const COLUMN_CHARACTERS = 24;
const WIDTH = COLUMN_CHARACTERS * ADVANCE + 2 * PADDING;

/** Lines of one cell in a column of 24 characters, left aligned unless `indents` says otherwise. */
function part(
  lines: readonly string[],
  joint: TextPart["joint"] = null,
  indents: readonly number[] = [],
): TextPart {
  return {
    box: { pageNumber: 1, left: 100, top: 0, width: WIDTH, height: 20 * lines.length },
    lines: lines.map((text, index) =>
      buildLine(text, { left: 100 + PADDING + (indents[index] ?? 0) * ADVANCE, top: index * 14 }),
    ),
    joint,
  };
}

function join(...parts: readonly TextPart[]): string {
  return joinLines(parts, measureColumn(parts));
}

describe("a line that the page wrapped", () => {
  it("joins without a space between Thai words", () => {
    expect(join(part(["การดำเนินการสรรหาและคัดเลือก", "พนักงานตามกรอบ"]))).toBe(
      "การดำเนินการสรรหาและคัดเลือกพนักงานตามกรอบ",
    );
  });

  it.each([
    ["before a number", "ตามแผนอัตรากำลังของหน่วยงาน", "๓ ปี", "ตามแผนอัตรากำลังของหน่วยงาน ๓ ปี"],
    ["behind a short form", "ประจำปีงบประมาณทุกปี พ.ศ.", "๒๕๖๖ แล้ว", "ประจำปีงบประมาณทุกปี พ.ศ. ๒๕๖๖ แล้ว"],
    ["behind a spaced hyphen", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ -", "๒๕๖๖", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ - ๒๕๖๖"],
    ["but not within e-GP", "จัดจ้างด้วยระบบอิเล็กทรอ (e-", "GP) ระยะ", "จัดจ้างด้วยระบบอิเล็กทรอ (e-GP) ระยะ"],
    ["but not behind a slash", "กฎหมายและความรู้ต่าง ๆ ของ/", "ระเบียบ", "กฎหมายและความรู้ต่าง ๆ ของ/ระเบียบ"],
  ])("gets the space that was there %s", (_, before, after, joined) => {
    expect(join(part([before, after]))).toBe(joined);
  });

  it("goes on over the end of a page that cut its row", () => {
    const above = part(["ร้องขอให้ กสถ. ตรวจ ดำเนิน"]);
    const below = part(["การสอบแข่งขันแทน"], "wrapped");
    expect(join(above, below)).toBe("ร้องขอให้ กสถ. ตรวจ ดำเนินการสอบแข่งขันแทน");
  });

  it("is not ended by a number that closes a bracket", () => {
    expect(join(part(["ผลสัมฤทธิ์ของงานทั้งปี (ร้อยละ", "๘๐) และอื่น"]))).toBe("ผลสัมฤทธิ์ของงานทั้งปี (ร้อยละ ๘๐) และอื่น");
  });
});

describe("a new paragraph", () => {
  it("begins where the next word would still have fitted", () => {
    expect(join(part(["สังกัด กองช่าง", "มีผลตั้งแต่วันนี้เป็นต้นไป"]))).toBe("สังกัด กองช่าง\nมีผลตั้งแต่วันนี้เป็นต้นไป");
  });

  it.each(["๑. เรื่อง", "๒) เรื่อง", "(๓) เรื่อง", "-เรื่อง", "- เรื่อง", "• เรื่อง", "1. เรื่อง"])(
    "begins with the list item %s although nothing more would have fitted",
    (item) => {
      const full = "การดำเนินการสรรหาและคัดเลือก";
      expect(join(part([full, item]))).toBe(`${full}\n${item}`);
    },
  );

  it.each(["๒๘ พ.ย.๖๕", "๓.๕ ล้านบาท", "- ๒๕๖๖"])(
    "does not begin with %s, which only looks like an item",
    (start) => {
      const full = "การดำเนินการสรรหาและ ๒๕๖๔";
      expect(join(part([full, start]))).toBe(`${full} ${start}`);
    },
  );

  it("begins behind a line that announces it, even with its tone mark lost", () => {
    const full = "คราวประชุมครั้งที่ ๑๑/๒๕ ดังนี";
    expect(join(part([full, "สำนักปลัด"]))).toBe(`${full}\nสำนักปลัด`);
  });

  it("begins with an indent", () => {
    const full = "การดำเนินการสรรหาและคัดเลือก";
    expect(join(part([full, "พนักงานจ้าง"], null, [0, 6]))).toBe(`${full}\nพนักงานจ้าง`);
  });

  it("begins where the author split the row", () => {
    const full = "การดำเนินการสรรหาและคัดเลือก";
    expect(join(part([full]), part(["พนักงานจ้าง"], "split"))).toBe(`${full}\nพนักงานจ้าง`);
  });
});

describe("numbers below each other", () => {
  it("stay two numbers even if they fill the cell", () => {
    const narrow = (lines: readonly string[]): TextPart => ({
      ...part(lines),
      box: { ...part(lines).box, width: 36 },
    });
    expect(join(narrow(["๓,๙๖๐", "๗๐๔"]))).toBe("๓,๙๖๐\n๗๐๔");
    expect(join(narrow(["๔๖๕,๘๐", "๐"]))).toBe("๔๖๕,๘๐๐");
  });

  it("stay apart when they end at the right edge", () => {
    expect(join(part(["600", "300"], null, [21, 21]))).toBe("600\n300");
  });
});

it("keeps every character that is not white space", () => {
  const word = fc.constantFrom("การ", "ตำแหน่ง", "๒๕๖๖", "(ย้าย)", "-", "e-GP", "๑.", "พ.ศ.", "/", "ณ", "ๆ");
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const joint = fc.constantFrom("wrapped" as const, "split" as const);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(line, { maxLength: 4 }), joint), { minLength: 1, maxLength: 3 }),
      (cells) => {
        const parts = cells.map(([lines, how], index) => part(lines, index === 0 ? null : how));
        const squeeze = (text: string): string => text.replace(/\s/gu, "");
        expect(squeeze(join(...parts))).toBe(
          squeeze(normalizeThai(cells.flatMap(([lines]) => lines).join("")).text),
        );
      },
    ),
  );
});

describe("a cell of very many lines", { timeout: 60_000 }, () => {
  it("is joined in one pass", () => {
    // No line has room for the next one's first word, and each closes the bracket that is open.
    const line = "๘๐) ของพนักงานทั้งหมดก็(ร้อยละ";
    const lines = Array.from({ length: 50_000 }, () => line);
    const box = { pageNumber: 1, left: 100, top: 0, width: WIDTH, height: 20 * lines.length };
    const built = buildLine(line, { left: 100 + PADDING });
    const text = joinLines(
      [{ box, lines: lines.map(() => built), joint: null }],
      measureColumn([{ box, lines: [built] }]),
    );
    expect(text.split("\n")).toHaveLength(1);
  });

  it("is joined where one of them has more letters than a call can have arguments", () => {
    expect(join(part(["ก".repeat(150_000), "ข"]))).toHaveLength(150_001);
  });
});
