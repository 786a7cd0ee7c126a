import type { Platform } from "@/data/records";

/** In the order that pages show them. */
export const platforms: readonly Platform[] = ["facebook", "instagram", "linkedin", "twitter", "tiktok", "youtube", "blog", "email"];

/** Names are the same in every language. */
export const platformNames: Readonly<Record<Platform, string>> = {
  facebook: "Facebook",
  instagram: "Instagram",
  linkedin: "LinkedIn",
  twitter: "X (Twitter)",
  tiktok: "TikTok",
  youtube: "YouTube",
  blog: "Blog",
  email: "Email",
};

/** Most characters that a platform takes; null for no limit. The agent keeps to the same numbers. */
export const characterLimits: Readonly<Record<Platform, number | null>> = {
  facebook: 63_206,
  instagram: 2200,
  linkedin: 3000,
  twitter: 280,
  tiktok: 2500,
  youtube: 5000,
  blog: null,
  email: 500,
};

/** Characters as readers count them, near enough: an emoji of one code point is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** By how many characters a text is too long for a platform; 0 when it fits. */
export function charactersOver(platform: Platform, text: string): number {
  const limit = characterLimits[platform];
  return limit === null ? 0 : Math.max(0, countCharacters(text) - limit);
}
