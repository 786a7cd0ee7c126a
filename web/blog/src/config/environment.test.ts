import { describe, expect, it } from "vitest";
import { pocketBaseUrl, siteOrigin } from "./environment.ts";

describe("pocketBaseUrl", () => {
  it("is read when it is asked for, without slashes at the end", () => expect(pocketBaseUrl({ PUBLIC_PB_URL: "http://pb-service//" })).toBe("http://pb-service"));

  it.each(["ftp://x", "pb-service", "http://x?y=1"])("refuses %s and names the setting", (value) => expect(() => pocketBaseUrl({ PUBLIC_PB_URL: value })).toThrow("PUBLIC_PB_URL"));

  it("refuses an account without repeating its password", () => {
    expect(() => pocketBaseUrl({ PUBLIC_PB_URL: "http://admin:hidden@pb" })).toThrow(/PUBLIC_PB_URL(?!.*hidden)/);
  });

  it("says what to do when nothing is set", () => expect(() => pocketBaseUrl({})).toThrow("Set it to PocketBase's address"));
});

describe("siteOrigin", () => {
  const request = (headers: Record<string, string>) => new Request("http://127.0.0.1:4321/blog/", { headers });

  it("is the setting where there is one", () => expect(siteOrigin(request({ host: "a.example" }), { SITE_URL: "https://b.example/x" })).toBe("https://b.example"));
  it("is what the browser asked for elsewhere", () => expect(siteOrigin(request({ host: "a.example:8080", "x-forwarded-proto": "https" }), {})).toBe("https://a.example:8080"));
  it("takes no host that is none", () => expect(siteOrigin(request({ host: "a.example/<b>" }), {})).toBe("http://127.0.0.1:4321"));
});
