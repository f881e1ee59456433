// What js-yaml reads under YAML 1.2, tagged nodes kept as {"!Tag": value}, keys in order; a key that is no text is marked.
// Arguments: packages' folder, files; answers JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, ...files] = process.argv.slice(2);
const { CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, load, realMapTag } = createRequire(`${packages}/`)("js-yaml");
const prefix = { matchByTagPrefix: true, identify: () => false };
const inner = (carrier) => carrier.values().next().value;
const tags = [
  defineScalarTag("!", { ...prefix, resolve: (source, _, tag) => new Map([[tag, source]]) }),
  defineSequenceTag("!", {
    ...prefix,
    create: (tag) => new Map([[tag, []]]),
    addItem: (carrier, item) => (inner(carrier).push(item), ""),
  }),
  defineMappingTag("!", {
    ...prefix,
    create: (tag) => new Map([[tag, new Map()]]),
    addPair: (carrier, key, value) => (inner(carrier).set(key, value), ""),
    has: (carrier, key) => inner(carrier).has(key),
    keys: (carrier) => inner(carrier).keys(),
    get: (carrier, key) => inner(carrier).get(key),
  }),
];
const schema = CORE_SCHEMA.withTags(realMapTag, ...tags);
const json = (value) => {
  if (Array.isArray(value)) return `[${value.map(json).join()}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  return `{${Array.from(value, ([key, held]) => `${JSON.stringify(word(key))}:${json(held)}`).join()}}`;
};
const word = (key) => (typeof key === "string" ? key : `(no text) ${json(key)}`);
const read = (file) => {
  try {
    return json(load(readFileSync(file, "utf8"), { schema }));
  } catch (error) {
    return JSON.stringify(`(unread) ${error.message}`);
  }
};
console.log(`{${files.map((file) => `${JSON.stringify(file)}:${read(file)}`).join()}}`);
