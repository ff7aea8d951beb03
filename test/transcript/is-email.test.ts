import { describe, expect, it } from "vitest";
import { isEmail } from "../../src/transcript/is-email.ts";

describe("isEmail", () => {
  it("knows a saved e-mail by what programs write above it", () => {
    const head =
      "Received: from a by b;\r\n\tMon, 1 Jan 2024\r\nFrom: งานบุคคล <a@b>\r\nSubject: รายงาน\r\n\r\nเรียน";
    expect(isEmail(head)).toBe(true);
    expect(
      isEmail("From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"),
    ).toBe(true);
  });

  it("takes no report for one", () => {
    expect(isEmail("From: อบต.\nTo: จังหวัด\nSubject: รายงาน\n\nก\tข")).toBe(false);
    expect(isEmail("ลำดับ\tรายการ\nReceived: a\nFrom: b\nMIME-Version: 1.0")).toBe(false);
    expect(isEmail("")).toBe(false);
  });
});
