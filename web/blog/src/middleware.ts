import { defineMiddleware } from "astro:middleware";
import { counted, endOnSignals } from "./http/drain.ts";
import { setHeaders } from "./http/headers.ts";
import { withServerSpan } from "./telemetry/server-span.ts";

if (import.meta.env.PROD) {
  endOnSignals();
}

const answered = new Set(["/health", "/alive"]);

export const onRequest = defineMiddleware(async ({ request, routePattern }, next) => {
  // Probes are no page loads: they would bury the traces.
  if (answered.has(routePattern)) {
    return next();
  }

  const response = await counted(() => withServerSpan(request, routePattern, next));
  setHeaders(response.headers, import.meta.env.PROD);
  return response;
});
