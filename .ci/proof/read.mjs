// What js-yaml reads under YAML 1.2, tagged nodes kept as {"!Tag": value}. Arguments: packages' folder, files; answers JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, ...files] = process.argv.slice(2);
const { CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, load } = createRequire(`${packages}/`)("js-yaml");
const prefix = { matchByTagPrefix: true, identify: () => false };
const tags = [
  defineScalarTag("!", { ...prefix, resolve: (source, _, tag) => ({ [tag]: source }) }),
  defineSequenceTag("!", {
    ...prefix,
    create: (tag) => ({ [tag]: [] }),
    addItem: (carrier, item) => (Object.values(carrier)[0].push(item), ""),
  }),
  defineMappingTag("!", {
    ...prefix,
    create: (tag) => ({ [tag]: {} }),
    addPair: (carrier, key, value) => ((Object.values(carrier)[0][key] = value), ""),
    has: (carrier, key) => key in Object.values(carrier)[0],
    keys: (carrier) => Object.keys(Object.values(carrier)[0]),
    get: (carrier, key) => Object.values(carrier)[0][key],
  }),
];
const schema = CORE_SCHEMA.withTags(tags);
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, load(readFileSync(file, "utf8"), { schema })]))));
