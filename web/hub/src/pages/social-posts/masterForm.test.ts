import { expect, it } from "vitest";
import type { MasterContent } from "@/data/records";
import { fromMasterForm, splitTags, toMasterForm } from "@/pages/social-posts/masterForm";

const stored = {
  id: "master000000001",
  campaign_id: "campaign0000001",
  core_message: "<p>Three <strong>notebooks</strong>.</p><p>One phone.</p>",
  primaryMediaIds: ["media0000000001"],
  approval_status: "approved",
  metadata: { tone_markers: ["warm"], suggested_hashtags: ["#KeXanh"], call_to_action: "Try it" },
} as unknown as MasterContent;

it("the message is shown as text, and stored HTML stays while nobody changes it", () => {
  const form = toMasterForm(stored);
  expect(form.coreMessage).toBe("Three notebooks.\n\nOne phone.");
  expect(fromMasterForm(form, stored).core_message).toBe(stored.core_message);
  expect(fromMasterForm({ ...form, coreMessage: "Changed. " }, stored).core_message).toBe("Changed.");
});

it("metadata that the form does not know stays", () => {
  expect(fromMasterForm({ ...toMasterForm(stored), hashtags: ["#New"] }, stored).metadata).toEqual({
    tone_markers: ["warm"],
    suggested_hashtags: ["#New"],
    call_to_action: "Try it",
    extended_message: "",
  });
});

it.each([
  [["#a", "#b"], ["#a", "#b"]],
  ["#a #b", ["#a", "#b"]],
  ["one phrase, another", ["one phrase", "another"]],
  ["#a #a", ["#a"]],
  ["", []],
  [null, []],
])("tags of %j are %j", (value, expected) => {
  expect(splitTags(value)).toEqual(expected);
});
