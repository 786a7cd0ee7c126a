import { SpanStatusCode, type Span } from "@opentelemetry/api";

/** Waits for the answer that a span is about, and ends the span with it. Statuses from `firstError` on are errors. */
export const recordAnswer = async (span: Span, firstError: number, answer: () => Promise<Response>): Promise<Response> => {
  try {
    const response = await answer();
    span.setAttribute("http.response.status_code", response.status);
    if (response.status >= firstError) {
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
