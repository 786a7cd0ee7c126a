// The ioredis client against the emulator. Environment: EMULATOR_URL.
import assert from "node:assert/strict";
import Redis from "ioredis";

const redis = new Redis(process.env.EMULATOR_URL, { db: 6, connectionName: "journey" });

const cases = {
  async "stores and expires"() {
    await redis.set("a", "1", "EX", 100);
    assert.equal(await redis.incr("a"), 2);
    assert.ok((await redis.ttl("a")) > 90);
    assert.deepEqual(await redis.mget("a", "none"), ["2", null]);
  },

  async "keeps hashes, sorted sets and binary"() {
    await redis.hset("h", { one: 1, two: 2 });
    assert.deepEqual(await redis.hgetall("h"), { one: "1", two: "2" });
    await redis.zadd("z", 1, "a", 2, "b");
    assert.deepEqual(await redis.zrange("z", 0, -1, "WITHSCORES"), ["a", "1", "b", "2"]);
    const bytes = Buffer.from([0, 13, 10, 255]);
    await redis.set("binary", bytes);
    assert.deepEqual(await redis.getBuffer("binary"), bytes);
  },

  async "pipelines and transacts"() {
    const results = await redis.pipeline().set("p", 1).incr("p").lpush("p", "x").exec();
    assert.deepEqual([results[0], results[1]], [[null, "OK"], [null, 2]]);
    assert.match(results[2][0].message, /^WRONGTYPE/);
    assert.deepEqual(await redis.multi().incr("p").get("p").exec(), [[null, 3], [null, "3"]]);
  },

  async "reads a stream as a group, and claims what was left"() {
    await redis.xgroup("CREATE", "jobs", "workers", "$", "MKSTREAM");
    const reader = redis.duplicate();
    const waiting = reader.xreadgroup("GROUP", "workers", "one", "BLOCK", 20000, "STREAMS", "jobs", ">");
    const id = await redis.xadd("jobs", "*", "kind", "mail");
    assert.deepEqual(await waiting, [["jobs", [[id, ["kind", "mail"]]]]]);
    const [next, claimed] = await redis.xautoclaim("jobs", "workers", "two", 0, "0");
    assert.equal(next, "0-0");
    assert.deepEqual(claimed, [[id, ["kind", "mail"]]]);
    assert.equal(await redis.xack("jobs", "workers", id), 1);
    reader.disconnect();
  },

  async "publishes and subscribes"() {
    const listener = redis.duplicate();
    await listener.psubscribe("news.*");
    const heard = new Promise((resolve) => listener.on("pmessage", (pattern, channel, message) => resolve([pattern, channel, message])));
    assert.equal(await redis.publish("news.today", "hello"), 1);
    assert.deepEqual(await heard, ["news.*", "news.today", "hello"]);
    listener.disconnect();
  },

  async "scans"() {
    await redis.mset(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`scan:${i}`, i])));
    const keys = new Set();
    for await (const part of redis.scanStream({ match: "scan:*", count: 50 })) part.forEach((key) => keys.add(key));
    assert.equal(keys.size, 300);
  },

  async "is told what is not there"() {
    await assert.rejects(redis.eval("return 1", 0), /unknown command 'eval'/);
  },
};

for (const [name, run] of Object.entries(cases)) {
  await run();
  console.log(`ok - ${name}`);
}
redis.disconnect();
console.log("journey complete");
