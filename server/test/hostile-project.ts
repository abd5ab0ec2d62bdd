import { LISTEN } from "./cli.ts";

/** Writes a file as soon as it is loaded. */
const PLANTED =
  'require("fs").writeFileSync(require("path").join(process.env.PLANTED, "loaded"), __filename);\nmodule.exports = {};\n';
const MODULE =
  'import { writeFileSync } from "node:fs";\nwriteFileSync(`${process.env.PLANTED}/loaded`, import.meta.url);\nexport default [];\n';

/** A project in which everything that could be run by mistake leaves a trace. */
export const PROJECT = {
  "src/server.mjs": LISTEN,
  "src/app.ts": LISTEN,
  "package.json": JSON.stringify({
    name: "hostile",
    scripts: { prepare: "touch loaded", start: "node src/server.mjs; touch loaded", pretest: "touch loaded" },
    devDependencies: { eslint: "9", "eslint-plugin-portreuse": "1", typescript: "6", pm2: "6", portreuse: "1" },
    eslintConfig: { extends: "./evil.js" },
  }),
  "tsconfig.json": '{ "extends": "./tsconfig.evil.js", "compilerOptions": { "plugins": [{ "name": "typescript" }] } }',
  "tsconfig.evil.js": PLANTED,
  "evil.js": PLANTED,
  ".eslintrc.js": PLANTED,
  "eslint.config.js": PLANTED,
  "eslint.config.mjs": MODULE,
  "ecosystem.config.js": `${PLANTED}module.exports.apps = [{ script: "src/server.mjs", instances: 4, exec_mode: "cluster" }];\n`,
  "pm2.config.cjs": PLANTED,
  ...Object.fromEntries(
    ["eslint", "eslint-plugin-portreuse", "typescript", "pm2", "portreuse", "@babel/parser", "tsx"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "99.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, PLANTED],
    ]),
  ),
};
