import { describe, expect, it } from "vitest";
import type { Brand } from "@/data/records";
import { toIdentity } from "@/pages/brands/brandAi";
import { toForm, toValues } from "@/pages/brands/brandForm";
import { toPicker } from "@/pages/brands/colors";

const brand = {
  brand_name: "Green Shelf",
  core_messaging: { slogan: "In order", mission_statement: "Help shops", keywords: ["simple"], story: "kept" },
  visual_assets: { logo_url: "https://x/logo.svg", color_palette: ["#1F7A5C"], fonts: ["Inter"] },
  voice_and_tone: "<p>Friendly.</p><p>Short.</p>",
  dos_and_donts: { dos: ["Show a shelf, a real one"], donts: ["Mock"] },
  content_pillars: ["Stories"],
  logo: "m1",
} as unknown as Brand;

describe("a brand's form", () => {
  it("shows every field", () => {
    expect(toForm(brand)).toEqual({
      name: "Green Shelf",
      slogan: "In order",
      mission: "Help shops",
      keywords: ["simple"],
      colors: ["#1F7A5C"],
      logo: ["m1"],
      logoUrl: "https://x/logo.svg",
      voice: "Friendly.\n\nShort.",
      dosLines: "Show a shelf, a real one",
      dontsLines: "Mock",
      pillarLines: "Stories",
    });
  });

  it("sends nothing when nothing was changed", () => {
    expect(toValues(toForm(brand), brand)).toEqual({});
  });

  it("keeps entries that it does not know", () => {
    expect(toValues({ ...toForm(brand), slogan: "New", colors: ["#000000", " "] }, brand)).toEqual({
      core_messaging: { slogan: "New", mission_statement: "Help shops", keywords: ["simple"], story: "kept" },
      visual_assets: { logo_url: "https://x/logo.svg", color_palette: ["#000000"], fonts: ["Inter"] },
    });
  });

  it("reads older shapes, and leaves them alone when they are not touched", () => {
    const old = { brand_name: "Old", core_messaging: { keywords: { a: "one", b: "two" } }, dos_and_donts: ["Smile"], content_pillars: null } as unknown as Brand;

    expect(toForm(old)).toMatchObject({ keywords: ["one", "two"], dosLines: "Smile", pillarLines: "" });
    expect(toValues({ ...toForm(old), name: "New" }, old)).toEqual({ brand_name: "New" });
  });

  it("sends all of a new one", () => {
    const values = toValues({ ...toForm(null), name: " A ", voice: "Calm & clear", dosLines: "x\ny" }, null);

    expect(values).toEqual({
      brand_name: "A",
      core_messaging: { slogan: "", mission_statement: "", keywords: [] },
      visual_assets: { logo_url: "", color_palette: [] },
      voice_and_tone: "<p>Calm &amp; clear</p>",
      dos_and_donts: { dos: ["x", "y"], donts: [] },
      content_pillars: [],
      logo: "",
    });
  });
});

describe("the assistant's identity", () => {
  it("is read whole", () => {
    const payload = { brandIdentity: { brandName: "A", slogan: "S", missionStatement: "M", keywords: ["k", "k", "l"], colorPalette: ["#112233"] } };

    expect(toIdentity(payload)).toEqual({ name: "A", slogan: "S", mission: "M", keywords: ["k", "l"], colors: ["#112233"] });
  });

  it("is refused without a name", () => {
    expect(toIdentity({ brandIdentity: { slogan: "S" } })).toBeNull();
    expect(toIdentity({})).toBeNull();
  });
});

it("Only codes can be shown in a colour picker", () => {
  expect([" #ABCDEF ", "#1aF", "green", ""].map(toPicker)).toEqual(["#abcdef", "#11aaff", null, null]);
});
