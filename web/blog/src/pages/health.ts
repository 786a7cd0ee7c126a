import type { APIRoute } from "astro";
import { pocketBaseUrl } from "../config/environment.ts";
import { isAnswering } from "../posts/pocketbase.ts";

type Status = "ok" | "degraded" | "unhealthy";

// Without PocketBase there are copies to serve; without its address there never will be any.
const check = async (): Promise<Status> => {
  try {
    pocketBaseUrl();
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : String(failure));
    return "unhealthy";
  }

  return (await isAnswering()) ? "ok" : "degraded";
};

/** Readiness: 503 only when no request could ever succeed. */
export const GET: APIRoute = async () => {
  const pocketbase = await check();
  return Response.json({ status: pocketbase, checks: { pocketbase } }, { status: pocketbase === "unhealthy" ? 503 : 200, headers: { "Cache-Control": "no-store" } });
};
