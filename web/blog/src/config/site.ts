/** Every fixed text of the blog. */
export const site = {
  name: "TMCP Engineering",
  title: "TMCP Engineering: marketing work, made visible",
  description: "How a small team plans, writes and publishes marketing with a platform that does the repetitive part.",
  language: "en",
  author: "TMCP team",
  hubPath: "/hub/",

  navigation: [
    { label: "Home", path: "/" },
    { label: "Articles", path: "/blog/" },
    { label: "About", path: "/about/" },
  ],

  home: {
    eyebrow: "The TMCP blog",
    heading: "From a brand to a published post, without losing the thread",
    lead: "Strategy, campaigns and content of one workspace, written with an agent that knows the brand. These are the articles that came out of it.",
    primary: "Read the articles",
    secondary: "Open the hub",
    featured: "Featured",
    topics: "Topics",
    callHeading: "Write the next one",
    callText: "The hub takes you from a worksheet to every platform's version of it, this blog included.",
    callAction: "Start in the hub",
  },

  articles: {
    heading: "Articles",
    lead: "What we learned, in the order we learned it.",
    emptyHeading: "No articles yet",
    emptyText: "The first one appears here seconds after it is published in the hub.",
    emptyPage: "There is nothing on this page. The articles begin on the first one.",
    about: (tag: string) => `Articles about ${tag}`,
    all: "All articles",
    newer: "Newer",
    older: "Older",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },

  article: {
    updated: "Updated",
    minutes: (minutes: number) => `${minutes} min read`,
    back: "All articles",
    unavailableHeading: "This article cannot be loaded right now",
    unavailableText: "It has not gone away. Please try again in a moment.",
  },

  stale: "The article store does not answer. You are reading the last copy.",

  about: {
    heading: "About TMCP Engineering",
    paragraphs: [
      "TMCP is a marketing campaign platform: one database, a hub in which marketers work, an agent that drafts with them, and this blog, which shows what they publish.",
      "An article starts as a worksheet. The agent reads the brand, the people it speaks to and the product, proposes a strategy, and writes a master text. Each platform gets a version that fits it; the long one lands here.",
      "Nothing on this site is written twice. An article is the published blog version of a campaign, and it follows that version when it is edited or withdrawn.",
    ],
    factsHeading: "How it is made",
    facts: [
      { term: "Content", text: "One PocketBase collection. Visitors read what is published, nothing else." },
      { term: "Pages", text: "Rendered on the server for each visit, without client scripts." },
      { term: "Outages", text: "When the database is away, the last copy of every page stays readable." },
    ],
  },

  notFound: {
    heading: "There is no such page",
    text: "It may have been moved or withdrawn. The articles are all in one list.",
    action: "See all articles",
  },

  footer: "Published by TMCP Engineering.",
} as const;
