// Writes manifests as cdk8s does. Reads a JSON list of manifests a line, and answers with a JSON object a line.
// Its argument is a directory whose node_modules has cdk8s and constructs.
// A mapping comes as {"entries": [[key, value], …]}, because Node sometimes reads a key of JSON that is one escaped
// character, such as "\n", as "\\" (https://github.com/nodejs/node/issues/63785).
const { createInterface } = require("readline");
const { createRequire } = require("module");

const { ApiObject, App, Chart, Yaml } = createRequire(`${process.argv[2]}/`)("cdk8s");

function asObject(_, value) {
  return value !== null && value.entries && !Array.isArray(value) ? Object.fromEntries(value.entries) : value;
}

function written(manifests) {
  const chart = new Chart(new App({ outdir: process.argv[2] }), "chart");
  manifests.forEach((manifest, index) => new ApiObject(chart, `object-${index}`, manifest));
  return Yaml.stringify(...chart.toJson());
}

createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    answer = { yaml: written(JSON.parse(line, asObject)) };
  } catch (error) {
    answer = { error: `${error}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
