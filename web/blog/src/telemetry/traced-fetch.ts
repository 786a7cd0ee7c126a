import { SpanKind, trace } from "@opentelemetry/api";
import { tracer } from "./provider.ts";
import { recordAnswer } from "./record-answer.ts";
import { currentContext, propagator } from "./server-span.ts";

/** `fetch` with a span of its own, which the called server is told. */
export const tracedFetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
  if (tracer === null) {
    return fetch(url, init);
  }

  const { hostname, port, pathname } = new URL(url);
  const span = tracer.startSpan(
    "GET",
    { kind: SpanKind.CLIENT, attributes: { "http.request.method": "GET", "server.address": hostname, "server.port": Number(port || "80"), "url.path": pathname } },
    currentContext(),
  );
  const headers = new Headers(init.headers);
  propagator.inject(trace.setSpan(currentContext(), span), headers, { set: (carrier, key, value) => carrier.set(key, value) });
  return recordAnswer(span, 400, () => fetch(url, { ...init, headers }));
};
