import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { tracer } from "./provider.ts";
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
  try {
    const response = await fetch(url, { ...init, headers });
    span.setAttribute("http.response.status_code", response.status);
    if (response.status >= 400) {
      span.setStatus({ code: SpanStatusCode.ERROR });
    }

    return response;
  } catch (failure) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: failure instanceof Error ? failure.message : String(failure) });
    throw failure;
  } finally {
    span.end();
  }
};
