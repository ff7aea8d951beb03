import { describe, expect, it } from "vitest";
import { cellParagraphs } from "../../src/transcript/cell-paragraphs.ts";

describe("cellParagraphs", () => {
  it("takes <p> and <br> for paragraphs and an underlined piece before a list for a heading", () => {
    expect(cellParagraphs("<p>ก่อน</p><p>หลัง<br>ต่อมา</p>")).toEqual(["ก่อน", "หลัง", "ต่อมา"]);
    expect(cellParagraphs("<u>สังกัด กองช่าง</u> ๑) วิศวกร <u>สังกัด กองคลัง</u> ๑) นักวิชาการ")).toEqual([
      "สังกัด กองช่าง",
      "๑) วิศวกร",
      "สังกัด กองคลัง",
      "๑) นักวิชาการ",
    ]);
    expect(cellParagraphs("ต้อง<u>ไม่</u>เกิน &lt; ๕ &amp; มากกว่า ๒")).toEqual(["ต้องไม่เกิน < ๕ & มากกว่า ๒"]);
  });

  it("joins lines again where <br> stands at every printed line", () => {
    const lines = [
      "อบต.ไผ่สิงห์ ได้ดำเนินการบรรจุพนักงาน",
      "จ้างทั่วไปตามหลักเกณฑ์และวิธีการ",
      "ตามที่กำหนดในประกาศรับสมัครเป็นที่",
      "เรียบร้อยแล้ว",
    ];
    expect(cellParagraphs(lines.join("<br>"))).toEqual([lines.join("")]);
  });

  it("keeps the rows and cells of a table inside a cell apart", () => {
    const table = "<table><tr><td>รายการ</td><td>จำนวน</td></tr><tr><td>ครู</td><td>๓</td></tr></table>";
    expect(cellParagraphs(`ดังนี้${table}แล้วเสร็จ`)).toEqual(["ดังนี้", "รายการ จำนวน", "ครู ๓", "แล้วเสร็จ"]);
  });

  it("reads a sign that is no tag as a sign", () => {
    expect(cellParagraphs("อายุ < ๖๐ ปี")).toEqual(["อายุ < ๖๐ ปี"]);
  });
});
