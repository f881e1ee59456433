// AWS's template validator: each template in its own region. Arguments: packages' folder, then file=region; answers JSON.
import { createRequire } from "node:module";

const [packages, ...files] = process.argv.slice(2);
const { CelEngine, TemplateFile } = createRequire(`${packages}/`)("@aws/cloudformation-validate");
const engine = new CelEngine();
const found = [];
for (const given of files) {
  const [file, region] = given.split("=");
  const report = engine.validateStandard(new TemplateFile(file), { pseudoParameterOverrides: { region } });
  if (report.status !== "OK") throw new Error(`${file}: ${report.status}`);
  for (const { ruleId, entity, propertyPath, message } of report.diagnostics) {
    found.push([file, ruleId, entity?.logicalId ?? "-", `${propertyPath ?? ""}: ${message}`]);
  }
}
engine.free();
console.log(JSON.stringify(found));
