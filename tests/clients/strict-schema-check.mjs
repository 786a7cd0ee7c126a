// Validates objects against schemas, by Ajv. Arguments: a folder of schemas, a file of lines {"file": …, "object": …}. One answer a line: true or false.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";

const [folder, input] = process.argv.slice(2);
const ajv = new Ajv({ strict: false });
const compiled = new Map();
for (const line of readFileSync(input, "utf8").split("\n").filter(Boolean)) {
  const { file, object } = JSON.parse(line);
  if (!compiled.has(file)) compiled.set(file, ajv.compile(JSON.parse(readFileSync(join(folder, file), "utf8"))));
  console.log(compiled.get(file)(object));
}
