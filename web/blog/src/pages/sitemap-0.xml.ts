import type { APIRoute } from "astro";
import { siteOrigin } from "../config/environment.ts";
import { sitemap } from "../feeds/sitemap.ts";
import { xmlResponse } from "../feeds/xml.ts";
import { available } from "../posts/available.ts";
import { listAddresses } from "../posts/library.ts";

export const GET: APIRoute = async ({ request }) => {
  const { value } = await available(listAddresses(), []);
  return xmlResponse(sitemap(value, siteOrigin(request)), "application/xml");
};
