import type { Post } from "./post.ts";

const most = 12;

/** The tags used most, those of newer articles first among equals. */
export const topicsOf = (posts: readonly Post[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const tag of posts.flatMap((post) => post.tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }

  return [...counts].sort(([, one], [, other]) => other - one).slice(0, most).map(([tag]) => tag);
};
