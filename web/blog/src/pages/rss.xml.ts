import type { APIRoute } from "astro";
import { siteOrigin } from "../config/environment.ts";
import { rss } from "../feeds/rss.ts";
import { xmlResponse } from "../feeds/xml.ts";
import { available } from "../posts/available.ts";
import { newestPosts } from "../posts/library.ts";

export const GET: APIRoute = async ({ request }) => {
  const { value } = await available(newestPosts(), null);
  return xmlResponse(rss(value?.posts ?? [], siteOrigin(request)), "application/rss+xml");
};
