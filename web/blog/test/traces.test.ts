import { createServer, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { expect, it } from "vitest";
import { startBlog, temporaryFolder, until } from "./support.ts";

interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

const traceId = "0af7651916cd43dd8448eb211c80319c";

it("a page load's trace reaches PocketBase and the collector", async () => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      seen.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) });
      response.setHeader("Content-Type", "application/json");
      response.end(request.url?.startsWith("/api/collections/") === true ? '{"items":[],"page":1,"totalPages":0,"totalItems":0}' : "{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const folder = await temporaryFolder();
  const blog = await startBlog(folder.path, {
    PUBLIC_PB_URL: url, OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf", OTEL_EXPORTER_OTLP_HEADERS: "x-otlp-api-key=key",
    OTEL_SERVICE_NAME: "blog", OTEL_RESOURCE_ATTRIBUTES: "service.instance.id=abc", OTEL_BSP_SCHEDULE_DELAY: "100", OTEL_TRACES_SAMPLER: "always_on",
  });
  try {
    await fetch(`${blog.url}/blog/`, { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
    await fetch(`${blog.url}/health`);
    await until("The export", async () => seen.some((request) => request.path === "/v1/traces"), 10_000);

    const list = seen.find((request) => request.path.startsWith("/api/collections/posts"));
    expect(list?.headers["traceparent"]).toMatch(new RegExp(`^00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`));
    const exported = seen.find((request) => request.path === "/v1/traces");
    expect(exported?.headers["x-otlp-api-key"]).toBe("key");
    const body = exported?.body.toString("latin1") ?? "";
    expect(body).toContain("GET /blog");
    expect(body).toContain("service.instance.id");
    expect(exported?.body.includes(Buffer.from(traceId, "hex"))).toBe(true);
    expect(body).not.toContain("/health");
  } finally {
    await blog.stop();
    server.close();
    await folder.remove();
  }
});
