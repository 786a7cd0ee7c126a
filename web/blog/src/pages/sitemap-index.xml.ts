import type { APIRoute } from "astro";
import { siteOrigin } from "../config/environment.ts";
import { sitemapIndex } from "../feeds/sitemap.ts";
import { xmlResponse } from "../feeds/xml.ts";

export const GET: APIRoute = ({ request }) => xmlResponse(sitemapIndex(siteOrigin(request)), "application/xml");
