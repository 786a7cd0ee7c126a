import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const areas = ["brands", "briefs", "calendar", "campaigns", "customers", "dashboard", "media", "products", "social-accounts", "social-posts", "video", "worksheets"];

export default tseslint.config(
  { ignores: ["dist", "coverage", "screenshots"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  a11y.flatConfigs.recommended,
  {
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // A promise's result that nobody wants is written `void promise`.
      "@typescript-eslint/no-invalid-void-type": "off",
      // A dialog puts the keyboard where the user goes on.
      "jsx-a11y/no-autofocus": "off",
      "jsx-a11y/label-has-associated-control": ["error", { assert: "either", depth: 3 }],
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/data/refresh.ts"],
    rules: {
      "no-restricted-properties": ["error", { property: "invalidateQueries", message: "It keeps a first answer that is on its way, however old: use refresh of @/data/refresh." }],
    },
  },
  {
    files: ["scripts/**", "public/**", "*.js"],
    languageOptions: {
      globals: { URL: "readonly", console: "readonly", process: "readonly", document: "readonly", localStorage: "readonly", matchMedia: "readonly", sessionStorage: "readonly", setTimeout: "readonly", window: "readonly", HTMLScriptElement: "readonly" },
    },
  },
  // A page uses what all share, never another page.
  ...areas.map((area) => ({
    files: [`src/pages/${area}/**`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: areas.filter((other) => other !== area).map((other) => `@/pages/${other}/*`), message: "Pages do not import each other: move what they share to src/ui, src/data or src/agent." }] }],
    },
  })),
);
