import type { APIRoute } from "astro";
import { siteOrigin } from "../config/environment.ts";

export const GET: APIRoute = ({ request }) =>
  new Response(`User-agent: *\nDisallow: /hub/\nDisallow: /pb/_/\nDisallow: /api/\nSitemap: ${siteOrigin(request)}/sitemap-index.xml\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
