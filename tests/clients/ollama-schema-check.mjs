// Validates instances against their schemas, by Ajv. Input: a file of lines {"schema": …, "instance": …}.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

let wrong = 0;
const lines = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const { schema, instance } = JSON.parse(line);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  if (validate(instance)) continue;
  wrong++;
  console.log(`${ajv.errorsText(validate.errors)}\n  schema   ${JSON.stringify(schema)}\n  instance ${JSON.stringify(instance)}`);
}
console.log(`${lines.length} checked, ${wrong} wrong`);
process.exit(wrong > 0 ? 1 : 0);
