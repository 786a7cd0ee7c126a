// Lists and calls every tool and resource of an MCP server over PocketBase, with the official client.
// node mcp-call-everything.mjs <sse|http> <base address> <workspace id>   token in MCP_TOKEN
// Prints {tools, resources, templates, results, texts} as JSON; ends with 1 and the reason when a call does not work.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [kind, base, workspaceId] = process.argv.slice(2);
const requestInit = { headers: { Authorization: `Bearer ${process.env.MCP_TOKEN}` } };
const transport = kind === "sse"
  ? new SSEClientTransport(new URL("sse", base), { requestInit })
  : new StreamableHTTPClientTransport(new URL("mcp", base), { requestInit });

const client = new Client({ name: "tmcp-test", version: "1.0.0" });
await client.connect(transport);

const { tools } = await client.listTools();
const { resources } = await client.listResources();
const { resourceTemplates } = await client.listResourceTemplates();

const results = {};
const call = async (name, args = {}) => {
  // The client checks structuredContent against the published output schema itself.
  const result = await client.callTool({ name, arguments: args });
  assert.equal(result.structuredContent?.result, result.content[0].text, `${name}: structured content repeats the text`);
  results[name] = result;
  return result.content[0].text;
};
const json = async (name, args) => {
  const text = await call(name, args);
  assert.ok(!text.startsWith("Error:"), `${name}: ${text}`);
  return JSON.parse(text);
};

const collection = "marketing_campaigns";
assert.ok((await json("list_collections")).some((item) => item.name === collection));
assert.deepEqual(
  (await json("get_collection_schema", { collection })).find((field) => field.name === "status").values,
  ["planned", "active", "paused", "completed", "cancelled"]);
const name = `Made by ${kind}`;
const created = await json("create_record", { collection, data: { workspace_id: workspaceId, name, status: "planned" } });
const filter = `id = "${created.id}"`;
assert.equal((await json("get_record", { collection, record_id: created.id, expand: "workspace_id" })).expand.workspace_id.id, workspaceId);
assert.equal((await json("list_records", { collection, filter, sort: "-created", per_page: 5, fields: "id,name" })).items[0].name, name);
assert.deepEqual(await json("count_records", { collection, filter }), { collection, totalItems: 1, filter });
assert.equal((await json("update_record", { collection, record_id: created.id, data: { status: "active" } })).status, "active");

const texts = {};
for (const uri of ["pocketbase://", `pocketbase://${collection}/schema`, `pocketbase://${collection}/records`,
  `pocketbase://${collection}/count`, `pocketbase://${collection}/${created.id}`]) {
  const { contents } = await client.readResource({ uri });
  texts[uri] = contents[0].text;
  JSON.parse(contents[0].text);
}

await call("publish_facebook_variant", { workspace_id: workspaceId, variant_id: "aaaaaaaaaaaaaaa" });
assert.equal(await call("delete_record", { collection, record_id: created.id }), `Successfully deleted record ${created.id} from ${collection}`);
assert.ok((await call("get_record", { collection, record_id: created.id })).startsWith("Error: PocketBase API Error: {"));

const missing = await client.callTool({ name: "get_record", arguments: {} });
assert.equal(missing.isError, true);
const unknown = await client.callTool({ name: "drop_database", arguments: {} });
assert.equal(unknown.isError, true);

await client.close();
console.log(JSON.stringify({
  tools: tools.map((tool) => tool.name), resources: resources.map((item) => item.uri),
  templates: resourceTemplates.map((item) => item.uriTemplate), called: Object.keys(results), texts,
}));
