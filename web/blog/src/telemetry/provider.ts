import type { Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { detectResources, defaultResource, envDetector } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";

// Without an address of a collector nothing is measured. Address, headers, sampler and the resource come from the OTEL_ variables;
// of the protocols only HTTP is spoken, because gRPC would be the largest package of the blog.
const isWanted = (process.env["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? process.env["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] ?? "") !== "";

const provider = isWanted
  ? new BasicTracerProvider({
      resource: defaultResource().merge(detectResources({ detectors: [envDetector] })),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
    })
  : null;

export const tracer: Tracer | null = provider?.getTracer("blog") ?? null;

/** Sends what is left. */
export const flush = async (): Promise<void> => {
  await provider?.shutdown();
};
