// The official Elasticsearch client against the emulator. Environment: EMULATOR_URL.
import assert from "node:assert/strict";
import { Client, errors } from "@elastic/elasticsearch";

const client = new Client({ node: process.env.EMULATOR_URL });
const levels = ["info", "info", "error"];

const cases = {
  async "meets the server"() {
    assert.match((await client.info()).version.number, /^8\./);
    assert.equal((await client.cluster.health()).status, "green");
    assert.equal(await client.ping(), true);
  },

  async "makes a template and writes in bulk"() {
    await client.indices.putIndexTemplate({
      name: "logs",
      index_patterns: ["logs-*"],
      template: { mappings: { properties: { service: { properties: { name: { type: "keyword" } } } } } },
    });
    const result = await client.helpers.bulk({
      datasource: Array.from({ length: 90 }, (_, i) => ({
        "@timestamp": new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
        message: `line ${i} of the log`,
        log: { level: levels[i % 3] },
        service: { name: i < 45 ? "bridge" : "agent" },
      })),
      onDocument: () => ({ index: { _index: "logs-2026.01.01" } }),
    });
    assert.deepEqual([result.successful, result.failed], [90, 0]);
    await client.indices.refresh({ index: "logs-*" });
    assert.equal(await client.indices.exists({ index: "logs-2026.01.01" }), true);
  },

  async "searches, sorts and pages"() {
    const query = { bool: { filter: [{ term: { "service.name": "bridge" } }, { range: { "@timestamp": { gte: "2026-01-01T00:10:00Z" } } }] } };
    const first = await client.search({ index: "logs-*", query, sort: [{ "@timestamp": "desc" }], size: 20 });
    assert.equal(first.hits.total.value, 35);
    assert.equal(first.hits.hits[0]._source.message, "line 44 of the log");
    const second = await client.search({ index: "logs-*", query, sort: [{ "@timestamp": "desc" }], size: 20, search_after: first.hits.hits.at(-1).sort });
    assert.equal(second.hits.hits.length, 15);
    assert.equal((await client.count({ index: "logs-*", query: { match_phrase: { message: "line 7" } } })).count, 1);
  },

  async "aggregates"() {
    const { aggregations } = await client.search({
      index: "logs-*",
      size: 0,
      aggs: {
        services: { terms: { field: "service.name" }, aggs: { errors: { filter: { match: { "log.level": "error" } } } } },
        time: { date_histogram: { field: "@timestamp", fixed_interval: "30m" } },
      },
    });
    assert.deepEqual(aggregations.services.buckets.map((bucket) => [bucket.key, bucket.doc_count, bucket.errors.doc_count]), [["agent", 45, 15], ["bridge", 45, 15]]);
    assert.deepEqual(aggregations.time.buckets.map((bucket) => bucket.doc_count), [30, 30, 30]);
  },

  async "asks several things at once"() {
    const { responses } = await client.msearch({ searches: [{ index: "logs-*" }, { query: { match_all: {} }, size: 1 }, { index: "none" }, {}] });
    assert.equal(responses[0].hits.hits.length, 1);
    assert.equal(responses[1].error.type, "index_not_found_exception");
  },

  async "keeps single documents"() {
    assert.equal((await client.index({ index: "things", id: "1", document: { a: 1 } })).result, "created");
    await assert.rejects(client.create({ index: "things", id: "1", document: { a: 2 } }), (error) => error instanceof errors.ResponseError && error.statusCode === 409);
    await client.update({ index: "things", id: "1", doc: { b: 2 } });
    assert.deepEqual((await client.get({ index: "things", id: "1" }))._source, { a: 1, b: 2 });
    assert.equal(await client.exists({ index: "things", id: "2" }), false);
    await client.delete({ index: "things", id: "1" });
    await client.indices.delete({ index: "things" });
  },

  async "lists indexes"() {
    const rows = await client.cat.indices({ format: "json" });
    assert.deepEqual(rows.map((row) => [row.index, row["docs.count"]]), [["logs-2026.01.01", "90"]]);
  },

  async "is told what is not there"() {
    await assert.rejects(client.search({ query: { fuzzy: { message: "x" } } }), /unknown query \[fuzzy\]/);
  },
};

for (const [name, run] of Object.entries(cases)) {
  await run();
  console.log(`ok - ${name}`);
}
await client.close();
console.log("journey complete");
