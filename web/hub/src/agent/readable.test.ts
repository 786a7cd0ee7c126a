import { describe, expect, it } from "vitest";
import { readable } from "@/agent/readable";

const answer = '{"brandName":"Kiosk \\"24\\"","keywords":["late","near"],"score":4,"colorPalette":["#112233"],"nested":{"core_message":"Đến\\nđây"}}';

describe("a streamed answer", () => {
  it("is read as lines with labels when it is JSON", () => {
    expect(readable(answer)).toBe('Brand name: Kiosk "24"\nKeywords: late, near\nScore:\nColor palette: #112233\nNested:\nCore message: Đến\nđây');
  });

  it("is read as far as it has come", () => {
    expect(readable('{"brandName":"Kio')).toBe("Brand name: Kio");
    expect(readable('{"brandName":"Kiosk","slo')).toBe("Brand name: Kiosk");
    expect(readable('{"a":"x\\u00')).toBe("A: x");
    expect(readable('```json\n[{"angle_name":"One"')).toBe("Angle name: One");
    expect(readable('{"brandName":"Kiosk","slogan"')).toBe("Brand name: Kiosk");
    expect(readable('{"tags":["a","b",')).toBe("Tags: a, b");
    expect(readable('["a","b"]')).toBe("a, b");
    expect(readable("{")).toBe("");
  });

  it("never fails, wherever it is cut", () => {
    for (let length = 0; length <= answer.length; length++) {
      expect(readable(answer.slice(0, length))).not.toMatch(/[{}"[\]]{2}/);
    }
  });

  it("stays as it is when it is text", () => {
    expect(readable('# Plan\n\nShe said "yes".')).toBe('# Plan\n\nShe said "yes".');
  });
});
