import { describe, expect, it } from "vitest";
import { parseBatch, parseMaster, parseVariants, toMasterFields } from "@/pages/social-posts/generated";

describe("a generated message", () => {
  const payload = {
    masterContent: { core_message: "Short.", extended_message: "Long.", call_to_action: "Try it", suggested_hashtags: ["#One"], confidence_score: 4 },
    masterContentId: null,
  };

  it("fills the form with the short or the long text", () => {
    const master = parseMaster(payload);
    expect(master && toMasterFields(master)).toEqual({ coreMessage: "Short.", extendedMessage: "Long.", callToAction: "Try it", hashtags: ["#One"] });
    expect(master && toMasterFields({ ...master, use: "extended" })).toMatchObject({ coreMessage: "Long.", extendedMessage: "" });
  });

  it("without a text is none", () => {
    expect(parseMaster({ masterContent: { extended_message: "Long." } })).toBeNull();
    expect(parseMaster({})).toBeNull();
  });
});

describe("generated variants", () => {
  it("are read with everything the record holds", () => {
    const [variant] =
      parseVariants({
        variants: [{ platform: "blog", adaptedCopy: "# Title", hashtags: "#a #b", callToAction: "Go", summary: "S", platformTips: "T", confidenceScore: 4.2, optimizationNotes: "N", seoTitle: "ST", seoDescription: "SD", seoKeywords: ["k"] }],
      }) ?? [];
    expect(variant).toMatchObject({
      chosen: true,
      saved: false,
      form: { platform: "blog", copy: "# Title", hashtags: ["#a", "#b"], callToAction: "Go", summary: "S", platformTips: "T", confidence: "4.2", optimizationNotes: "N", seoTitle: "ST", seoDescription: "SD", seoKeywords: ["k"], status: "draft" },
    });
  });

  it("leave out what is no variant", () => {
    expect(parseVariants({ variants: [{ platform: "myspace", adaptedCopy: "x" }, { platform: "email", adaptedCopy: " " }, null] })).toBeNull();
    expect(parseVariants({ variants: "none" })).toBeNull();
  });
});

it("a batch is read with its flags", () => {
  expect(parseBatch({ mastersCount: 2, variantsCount: 6, editorFlags: [{ type: "cta_missing", target: "variant", target_id: "x", message: "No call" }] })).toEqual({
    masters: 2,
    variants: 6,
    flags: [{ type: "cta_missing", message: "No call" }],
  });
});
