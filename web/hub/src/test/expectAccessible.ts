import axe from "axe-core";
import { expect } from "vitest";

/** Fails for what axe calls moderate, serious or critical. Landmarks are asked for in a whole page only. Contrast needs a real browser: the screenshots command checks it. */
export async function expectAccessible(container: Element = document.body): Promise<void> {
  const { violations } = await axe.run(container, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } });
  const grave = violations.filter(({ impact }) => impact !== "minor");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}
