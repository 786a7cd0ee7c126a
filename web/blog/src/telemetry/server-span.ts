import { AsyncLocalStorage } from "node:async_hooks";
import { ROOT_CONTEXT, SpanKind, trace, type Context, type TextMapGetter } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { tracer } from "./provider.ts";
import { recordAnswer } from "./record-answer.ts";

const scope = new AsyncLocalStorage<Context>();
export const propagator = new W3CTraceContextPropagator();

const headers: TextMapGetter<Headers> = {
  get: (carrier, key) => carrier.get(key) ?? undefined,
  keys: (carrier) => [...carrier.keys()],
};

/** The context of the request that is being answered. */
export const currentContext = (): Context => scope.getStore() ?? ROOT_CONTEXT;

/** Answers a request within a span that continues the caller's trace. */
export const withServerSpan = async (request: Request, route: string, answer: () => Promise<Response>): Promise<Response> => {
  if (tracer === null) {
    return answer();
  }

  const parent = propagator.extract(ROOT_CONTEXT, request.headers, headers);
  const attributes = { "http.request.method": request.method, "http.route": route, "url.path": new URL(request.url).pathname };
  const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
  return recordAnswer(span, 500, () => scope.run(trace.setSpan(parent, span), answer));
};
