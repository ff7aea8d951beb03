import { describe, expect, test } from "vitest";
import { considerPolicyHeadings, matchPolicyHeading } from "../../src/repair/match-policy-heading.ts";
import { splitPolicyHeading } from "../../src/repair/split-policy-heading.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { addOcrNoise, seededRandom } from "./support/ocr-noise.ts";

const { policyHeadings } = dictionaries;

describe("splitPolicyHeading", () => {
  test.each([
    ["๑. นโยบายการวางแผนกำลังคน", "๑.", "นโยบายการวางแผนกำลังคน", false],
    ["๔. นโยบายการพัฒนาบุคลากร (ต่อ)", "๔.", "นโยบายการพัฒนาบุคลากร", true],
    ["๖. นโยบายการพัฒนา(ต่อ )", "๖.", "นโยบายการพัฒนา", true],
    ["๒) นโยบายการสรรหา (ตอ)", "๒)", "นโยบายการสรรหา", true],
    ["ด. นโยบายการสรรหา {ด่อ}", "ด.", "นโยบายการสรรหา", true],
    ["2 นโยบายการสรรหา (ต่อ", "2", "นโยบายการสรรหา", true],
    ["นโยบายที่ ๓ การบรรจุ ( ต่อ)", "นโยบายที่ ๓", "การบรรจุ", true],
    ["I ๒. นโยบายการสรรหา", "๒.", "นโยบายการสรรหา", false],
    ["๑. ๒. นโยบายการสรรหา", "๑.", "๒. นโยบายการสรรหา", false],
    ["นโยบายการสรรหา", null, "นโยบายการสรรหา", false],
    ["ด้านการพัฒนา (e-Learning)", null, "ด้านการพัฒนา (e-Learning)", false],
    ["  การติดต่อ", null, "การติดต่อ", false],
  ])("%s", (heading, numberText, title, isContinuation) => {
    const parts = splitPolicyHeading(heading);
    expect(parts).toMatchObject({ numberText, title, isContinuation });
    expect(heading.startsWith(title, parts.start)).toBe(true);
  });
});

describe("matchPolicyHeading", () => {
  const titleOf = (observed: string): string | null =>
    matchPolicyHeading(observed, policyHeadings)?.title ?? null;

  test("finds the title through number, wrap and (ต่อ)", () => {
    expect(
      matchPolicyHeading("๖. นโยบายการส่งเสริมจริยธรรมและ\nรักษาวินัยของบุคลากรในหน่วยงาน (ต่อ)", policyHeadings),
    ).toMatchObject({
      title: "นโยบายการส่งเสริมจริยธรรมและรักษาวินัยของบุคลากรในหน่วยงาน",
      id: "ethics-and-discipline",
      score: 1,
      isContinuation: true,
    });
  });

  test("repairs the slips of the seed transcript", () => {
    expect(titleOf("๒. นโยบายการสรรหาค nhânที่คนเก่งเพื่อปฏิบัติงานตามภารกิจของหน่วยงาน")).toBe(
      "นโยบายการสรรหาคนดีคนเก่งเพื่อปฏิบัติงานตามภารกิจของหน่วยงาน",
    );
  });

  test("keeps the spelling that is printed where wordings differ by a space", () => {
    expect(titleOf("๓. นโยบายการบรรจุ และแต่งตั้งบุคลากร")).toBe("นโยบายการบรรจุ และแต่งตั้งบุคลากร");
    expect(titleOf("๓. นโยบายการบรรจุและแต่งตั้งบุคลากร")).toBe("นโยบายการบรรจุและแต่งตั้งบุคลากร");
  });

  test("returns the nearest wording of a policy, not its first", () => {
    expect(titleOf("นโยบายด้านการวางแผนกำลงคน")).toBe("นโยบายด้านการวางแผนกำลังคน");
    expect(titleOf("นโยบายการวางแผนกำลงคน")).toBe("นโยบายการวางแผนกำลังคน");
  });

  test.each([
    "นโยบายการบรรจุและแต่งตั้งข้าราชการ",
    "นโยบายการพัฒนาองค์กร",
    "นโยบายการวางแผนพัฒนา",
    "นโยบายด้านการสร้างความก้าวหน้าในสายงาน",
    "-",
    "",
  ])("leaves alone what is another heading: %s", (observed) => {
    expect(titleOf(observed)).toBeNull();
  });

  test("ranks what it considered, for explaining", () => {
    const [first, second] = considerPolicyHeadings("นโยบายการพัฒนาองค์กร", policyHeadings);
    expect(first?.title).toBe("นโยบายการพัฒนาบุคลากร");
    expect(first!.score).toBeGreaterThan(second!.score);
  });

  test.each([
    [0, 1],
    [0.1, 0.97],
  ])("with %f of the letters wrong, %f of all wordings come out, and never another one", (rate, share) => {
    const random = seededRandom(7);
    const outcomes = policyHeadings.spellings.map(({ title, folded }) => {
      const found = titleOf(`๒. ${addOcrNoise(title, rate, random)}`);
      return found === null ? "none" : found.replaceAll(" ", "") === folded ? "right" : title;
    });
    expect(outcomes.filter((outcome) => outcome !== "right" && outcome !== "none")).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === "right").length / outcomes.length).toBeGreaterThanOrEqual(
      share,
    );
  });
});

test("megabytes of prose are no known heading, and are told so at once", { timeout: 20_000 }, () => {
  const long = "นโยบายการสรรหา ".repeat(250_000);
  expect(matchPolicyHeading(long, dictionaries.policyHeadings)).toBeNull();
});
