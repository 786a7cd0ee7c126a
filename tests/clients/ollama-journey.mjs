// The official Ollama client against the emulator. Environment: EMULATOR_URL.
import assert from "node:assert/strict";
import { Ollama } from "ollama";

const model = "qwen3:4b-instruct-2507-q4_K_M";
const ollama = new Ollama({ host: process.env.EMULATOR_URL });

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather of a city",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};

const cases = {
  async "lists the installed model"() {
    const { models } = await ollama.list();
    assert.ok(models.some((entry) => entry.name === model));
  },

  async "shows what a model can do"() {
    const description = await ollama.show({ model });
    assert.deepEqual(description.capabilities, ["completion", "tools"]);
  },

  async "pulls with progress, then lists and deletes"() {
    const seen = [];
    for await (const part of await ollama.pull({ model: "journey:1b", stream: true })) seen.push(part.status);
    assert.equal(seen[0], "pulling manifest");
    assert.equal(seen.at(-1), "success");
    assert.ok((await ollama.list()).models.some((entry) => entry.name === "journey:1b"));
    await ollama.delete({ model: "journey:1b" });
    assert.ok(!(await ollama.list()).models.some((entry) => entry.name === "journey:1b"));
  },

  async "pulls without streaming"() {
    assert.equal((await ollama.pull({ model: "journey:2b" })).status, "success");
  },

  async "chats in one piece"() {
    const answer = await ollama.chat({ model, messages: [{ role: "user", content: "hello" }] });
    assert.match(answer.message.content, /emulator/);
    assert.equal(answer.done_reason, "stop");
    assert.ok(answer.eval_count > 0 && answer.prompt_eval_count > 0);
  },

  async "chats in a stream that adds up to the same text"() {
    const messages = [{ role: "user", content: "xin chào" }];
    let text = "";
    let last;
    for await (const part of await ollama.chat({ model, messages, stream: true })) {
      text += part.message.content;
      last = part;
    }
    assert.ok(last.done);
    assert.equal(text, (await ollama.chat({ model, messages })).message.content);
  },

  async "generates in a stream and whole"() {
    let text = "";
    for await (const part of await ollama.generate({ model, prompt: "hello", stream: true })) text += part.response;
    assert.equal(text, (await ollama.generate({ model, prompt: "hello" })).response);
  },

  async "calls a tool and tells its result"() {
    const messages = [{ role: "user", content: "What is the weather in Hanoi?" }];
    const first = await ollama.chat({ model, messages, tools: [weather] });
    const [call] = first.message.tool_calls;
    assert.equal(call.function.name, "get_weather");
    assert.equal(typeof call.function.arguments.city, "string");
    messages.push(first.message, { role: "tool", tool_name: "get_weather", content: "31 degrees" });
    assert.match((await ollama.chat({ model, messages, tools: [weather] })).message.content, /31 degrees/);
  },

  async "streams a tool call"() {
    const calls = [];
    const messages = [{ role: "user", content: "What is the weather in Hanoi?" }];
    for await (const part of await ollama.chat({ model, messages, tools: [weather], stream: true })) calls.push(...(part.message.tool_calls ?? []));
    assert.deepEqual(calls.map((call) => call.function.name), ["get_weather"]);
  },

  async "answers in the form of a schema, with the prompt's words"() {
    const format = {
      type: "object",
      properties: { name: { type: "string" }, budget: { type: "integer" }, tags: { type: "array", items: { type: "string" }, minItems: 2 } },
      required: ["name", "budget", "tags"],
    };
    const prompt = "Name: Lotus Tea\nBudget: 500\nTags: tea, lotus, spring\nDescribe the campaign.";
    const { response } = await ollama.generate({ model, prompt, format });
    assert.deepEqual(JSON.parse(response), { name: "Lotus Tea", budget: 500, tags: ["tea", "lotus", "spring"] });
  },

  async "answers in JSON when only that is asked"() {
    const { message } = await ollama.chat({ model, messages: [{ role: "user", content: "Describe green tea" }], format: "json" });
    assert.equal(typeof JSON.parse(message.content), "object");
  },

  async "shows what is loaded"() {
    assert.ok((await ollama.ps()).models.some((entry) => entry.name === model));
  },

  async "tells that a model is missing"() {
    await assert.rejects(ollama.chat({ model: "nope", messages: [{ role: "user", content: "x" }] }), (error) => {
      assert.equal(error.status_code, 404);
      assert.equal(error.message, 'model "nope" not found, try pulling it first');
      return true;
    });
  },
};

for (const [name, run] of Object.entries(cases)) {
  await run();
  console.log(`ok - ${name}`);
}
console.log("journey complete");
