// The official OpenAI client against the emulator. Environment: EMULATOR_URL.
import assert from "node:assert/strict";
import OpenAI from "openai";

const model = "qwen3:4b-instruct-2507-q4_K_M";
const openai = new OpenAI({ baseURL: `${process.env.EMULATOR_URL}/v1`, apiKey: "unused", maxRetries: 0 });
const hello = [{ role: "user", content: "hello" }];

const tools = [{
  type: "function",
  function: {
    name: "list_records",
    description: "Lists records of a collection",
    parameters: { type: "object", properties: { collection: { type: "string" }, filter: { type: "string" } }, required: ["collection"] },
  },
}];

const cases = {
  async "lists and retrieves models"() {
    const ids = [];
    for await (const entry of openai.models.list()) ids.push(entry.id);
    assert.ok(ids.includes(model));
    assert.equal((await openai.models.retrieve(model)).id, model);
  },

  async "completes"() {
    const answer = await openai.chat.completions.create({ model, messages: hello });
    assert.match(answer.choices[0].message.content, /emulator/);
    assert.equal(answer.choices[0].finish_reason, "stop");
    assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
  },

  async "streams, with usage when asked"() {
    const stream = await openai.chat.completions.create({ model, messages: hello, stream: true, stream_options: { include_usage: true } });
    let text = "";
    let finish;
    let usage;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? "";
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage ?? usage;
    }
    assert.equal(finish, "stop");
    assert.ok(usage.completion_tokens > 10);
    assert.equal(text, (await openai.chat.completions.create({ model, messages: hello })).choices[0].message.content);
  },

  async "calls TMCP's tools as a model does"() {
    const messages = [{ role: "user", content: [{ type: "text", text: "list campaigns" }] }];
    const first = await openai.chat.completions.create({ model, messages, tools });
    const [call] = first.choices[0].message.tool_calls;
    assert.equal(first.choices[0].finish_reason, "tool_calls");
    assert.equal(JSON.parse(call.function.arguments).collection, "marketing_campaigns");
    const items = [{ id: "abc123def456ghi", name: "Summer Sale", status: "active" }];
    messages.push(first.choices[0].message, { role: "tool", tool_call_id: call.id, content: JSON.stringify({ items, totalItems: 1 }) });
    const second = await openai.chat.completions.create({ model, messages, tools });
    assert.match(second.choices[0].message.content, /Found 1 campaign:\n1\. "Summer Sale" \(id abc123def456ghi\): status active/);
  },

  async "streams a tool call that the client's helper puts together"() {
    const runner = openai.chat.completions.stream({ model, messages: [{ role: "user", content: "list brands" }], tools });
    const { choices } = await runner.finalChatCompletion();
    assert.equal(JSON.parse(choices[0].message.tool_calls[0].function.arguments).collection, "brand_identities");
  },

  async "obeys tool_choice"() {
    const messages = [{ role: "user", content: "list brands" }];
    const none = await openai.chat.completions.create({ model, messages, tools, tool_choice: "none" });
    assert.equal(none.choices[0].message.tool_calls, undefined);
    const forced = await openai.chat.completions.create({ model, messages: hello, tools, tool_choice: "required" });
    assert.equal(forced.choices[0].message.tool_calls.length, 1);
  },

  async "answers in the form of a JSON schema"() {
    const schema = {
      type: "object",
      additionalProperties: false,
      properties: { slogan: { type: "string", maxLength: 40 }, colours: { type: "array", items: { type: "string", pattern: "^#[0-9A-F]{6}$" }, minItems: 5, maxItems: 5 } },
      required: ["slogan", "colours"],
    };
    const answer = await openai.chat.completions.create({
      model,
      messages: [{ role: "user", content: "A brand for lotus tea" }],
      response_format: { type: "json_schema", json_schema: { name: "brand", schema, strict: true } },
    });
    const brand = JSON.parse(answer.choices[0].message.content);
    assert.ok(brand.slogan.length <= 40);
    assert.ok(brand.colours.length === 5 && brand.colours.every((colour) => /^#[0-9A-F]{6}$/.test(colour)));
  },

  async "answers with an object when only JSON is asked"() {
    const answer = await openai.chat.completions.create({ model, messages: hello, response_format: { type: "json_object" } });
    assert.equal(typeof JSON.parse(answer.choices[0].message.content), "object");
  },

  async "tells that a model is missing"() {
    await assert.rejects(openai.chat.completions.create({ model: "nope", messages: hello }), (error) => {
      assert.ok(error instanceof OpenAI.NotFoundError);
      assert.match(error.message, /model "nope" not found, try pulling it first/);
      return true;
    });
  },

  async "tells that a request is wrong"() {
    await assert.rejects(openai.chat.completions.create({ model, messages: [] }), OpenAI.BadRequestError);
  },
};

for (const [name, run] of Object.entries(cases)) {
  await run();
  console.log(`ok - ${name}`);
}
console.log("journey complete");
