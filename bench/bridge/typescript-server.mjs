// list_records and get_record over PocketBase with the official TypeScript SDK, stateless as its own example is:
// a server and a transport for every request. node typescript-server.mjs <PocketBase address>; prints its port.
import { createServer } from "node:http";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

const pocketBase = process.argv[2].replace(/\/$/, "");

const ask = async (path, parameters, authorization) => {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined));
  const answer = await fetch(`${pocketBase}${path}?${query}`, { headers: { Authorization: authorization } });
  const body = JSON.stringify(await answer.json(), null, 2);
  const text = answer.ok ? body : `Error: PocketBase API Error: ${body}`;
  return { content: [{ type: "text", text }], structuredContent: { result: text } };
};

const text = z.string().default("");
const outputSchema = { result: z.string() };

const createMcpServer = (authorization) => {
  const server = new McpServer({ name: "TypeScript server", version: "1.0.0" });
  server.registerTool("list_records", {
    description: "Lists records of a collection.",
    inputSchema: {
      collection: z.string(), page: z.number().int().default(1), per_page: z.number().int().default(30),
      filter: text, sort: text, expand: text, fields: text, auth_token: text,
    },
    outputSchema,
  }, ({ collection, page, per_page: perPage, filter, sort, expand, fields }) =>
    ask(`/api/collections/${encodeURIComponent(collection)}/records`, { page, perPage, filter, sort, expand, fields }, authorization));
  server.registerTool("get_record", {
    description: "Reads one record.",
    inputSchema: { collection: z.string(), record_id: z.string(), expand: text, fields: text, auth_token: text },
    outputSchema,
  }, ({ collection, record_id: id, expand, fields }) =>
    ask(`/api/collections/${encodeURIComponent(collection)}/records/${encodeURIComponent(id)}`, { expand, fields }, authorization));
  return server;
};

const http = createServer(async (request, response) => {
  const server = createMcpServer(request.headers.authorization ?? "");
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  response.on("close", () => {
    transport.close();
    server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response);
});
http.keepAliveTimeout = 60_000;
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
