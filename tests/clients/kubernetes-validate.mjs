// Validates Kubernetes objects by the kubernetes-models packages. Input on stdin: a JSON array of {"file": …, "object": …}.
// Output: {"checked": n, "unknown": [kinds without a model], "wrong": [text per refused object]}.
import { readFileSync } from "node:fs";

const packageOf = (group) =>
  group === "argoproj.io" ? "@kubernetes-models/argo-cd"
    : group === "traefik.io" ? "@kubernetes-models/traefik"
      : group === "external-secrets.io" ? "@kubernetes-models/external-secrets"
        : "kubernetes-models";

// "apps/v1" lies in kubernetes-models/apps/v1, "v1" in kubernetes-models/v1.
async function modelOf({ apiVersion, kind }) {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  try {
    return (await import(`${packageOf(group)}/${apiVersion}`))[kind];
  } catch {
    return undefined;
  }
}

const result = { checked: 0, unknown: [], wrong: [] };
for (const { file, object } of JSON.parse(readFileSync(0, "utf8"))) {
  const name = `${object.apiVersion}/${object.kind}`;
  const Model = await modelOf(object);
  if (Model === undefined) {
    result.unknown.push(name);
    continue;
  }
  result.checked++;
  try {
    new Model(object).validate();
  } catch (error) {
    result.wrong.push(`${file}: ${name} ${object.metadata?.name}: ${error.message}`);
  }
}
console.log(JSON.stringify(result));
