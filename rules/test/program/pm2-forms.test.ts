import assert from "node:assert/strict";
import { started } from "./script-table.ts";
import { startsOf } from "./tree.ts";

const FILES = { "app.js": "", "my app.js": "", "b.js": "", "sub/app.js": "" };

/** What a configuration starts, the launches joined by commas; "nothing" for none. */
function config(text: string, name = "ecosystem.config.js", more: Readonly<Record<string, string>> = {}): string {
  const all = startsOf({ ...FILES, "package.json": {}, ...more, [name]: text }, ({ where }) =>
    where.file.endsWith(name),
  );
  return all.join(", ") || "nothing";
}

describe("the fields of an app of pm2", () => {
  for (const [fields, expected] of [
    ['script: "app.js"', "app.js pm2-fork 1"],
    ['script: "none.js"', "?none.js pm2-fork 1"],
    ['script: "my app.js"', "my app.js pm2-fork 1"],
    ["script: 5", "nothing"],
    ["script: null", "nothing"],
    ["script: `app.js`, cwd: process.env.HOME", "?app.js pm2-fork 1 maybe"],
    ['script: "app.js", exec_mode: "cluster_mode"', "app.js pm2-cluster 1"],
    ['script: "app.js", exec_mode: 1, instances: 2', "app.js pm2-cluster 2"],
    ['script: "app.js", instances: "none"', "app.js pm2-cluster unknown maybe"],
    ['script: "app.js", instances: "3x"', "app.js pm2-cluster 3"],
    ['script: "app.js", instances: null', "app.js pm2-fork 1"],
    ['script: "app.js", instances: 2, interpreter: "node@20"', "app.js pm2-cluster 2"],
    ['script: "app.js", instances: 2, interpreter: "node@20.1.2"', "app.js pm2-cluster 2"],
    ['script: "app.js", instances: 2, interpreter: "/opt/node/run"', "app.js pm2-fork 2"],
    ['script: "app.js", interpreter: process.env.I', "app.js pm2-fork 1 maybe"],
    ['script: "app.js", exec_interpreter: "bun"', "app.js pm2-fork 1 bun"],
    ['script: "app.js", interpreter: "/opt/bun/bin/bun@1"', "app.js pm2-fork 1 bun"],
    ['script: "app.js", interpreter: "deno@2"', "app.js pm2-fork 1 deno"],
    ['script: "app.js", interpreter: "none"', "app.js pm2-fork 1"],
    ['script: "app.js", interpreter: "python3"', "nothing"],
    ['script: "app.js", interpreter: "/bin/bash"', "nothing"],
    ['script: "server.py"', "nothing"],
    ['script: "run.sh", instances: 2', "nothing"],
    ['script: "npm", args: process.env.A', "? pm2-fork 1 maybe"],
    ['script: "npm", args: process.env.A, instances: 2', "? pm2-fork 2 maybe"],
    ['script: "npm"', "nothing"],
    ['script: "npm", args: ""', "nothing"],
    ['script: "npm", args: 5', "nothing"],
    ['script: "node", args: ["--inspect", "app.js"]', "app.js pm2-fork 1"],
    ['script: "node", args: [process.env.FILE]', "? pm2-fork 1"],
    ['script: "deno serve app.js", instances: 2', "app.js deno-serve 2 deno"],
    ['script: "deno serve --parallel app.js", instances: 2', "app.js deno-serve many deno"],
    ['script: "deno serve --parallel app.js", instances: process.env.N', "app.js deno-serve many deno maybe"],
    ['script: "deno serve app.js", instances: "max"', "app.js deno-serve many deno"],
    ['script: "app.js", watch_options: { PORT: 1 }, my_env: { PORT: 1 }', "app.js pm2-fork 1"],
    ['script: "app.js", env_production: { PORT: 1 }', "app.js pm2-fork 1 PORT=?"],
    ['script: "app.js", env: { A: 1, B: {}, C: null }', "app.js pm2-fork 1 A=1 B=? C=?"],
    ['script: "app.js", env: make()', "app.js pm2-fork 1"],
    ['script: "app.js", port: null', "app.js pm2-fork 1 PORT=?"],
  ] as const)
    it(fields, () => assert.equal(config(`module.exports = { apps: [{ ${fields} }] };`), expected));
});

describe("a configuration of pm2 that holds data", () => {
  for (const [json, expected] of [
    ['{ "apps": [{ "script": "app.js", "instances": null, "cwd": null }] }', "app.js pm2-fork 1"],
    ['{ "apps": { "script": "app.js", "instances": 2 } }', "app.js pm2-cluster 2"],
    [
      '{ "apps": [{ "script": "app.js", "env": { "A": "x", "B": 1, "C": false } }] }',
      "app.js pm2-fork 1 A=x B=1 C=false",
    ],
    ['{ "apps": [{ "script": "app.js", "env": { "A": null, "B": {}, "C": [] } }] }', "app.js pm2-fork 1 A=? B=? C=?"],
    ['{ "apps": [{ "script": "app.js", "env": ["A"] }] }', "app.js pm2-fork 1"],
    ['{ "apps": [{ "script": "app.js", "env": null }] }', "app.js pm2-fork 1"],
    ['{ "apps": [{ "script": "app.js", "env": "A" }] }', "app.js pm2-fork 1"],
    ['{ "apps": [{ "script": "node", "args": ["app.js"] }] }', "app.js pm2-fork 1"],
    ['{ "apps": [{ "script": ["app.js"] }, { "script": { "a": 1 } }, {}, null, 1, "app.js"] }', "nothing"],
    ['{ "apps": null }', "nothing"],
    ["[null]", "nothing"],
    ['[{ "script": "app.js" }]', "app.js pm2-fork 1"],
    ["1", "nothing"],
    ["null", "nothing"],
    ['"app.js"', "nothing"],
    ['{ "apps": [{ "script": "app.js" }', "nothing"],
  ] as const)
    it(json, () => assert.equal(config(json, "pm2.json"), expected));

  it("is looked through for 2,000 apps", () => {
    const apps = (length: number) => JSON.stringify(Array.from({ length }, () => ({ script: "app.js" })));
    assert.equal(config(apps(2001), "pm2.json").split(", ").length, 2000);
  });
});

describe("configurations that start others", () => {
  it("start each of them once", () => {
    const others = {
      "b.config.js": 'module.exports = [{ script: "b.js" }, { script: "pm2 start ecosystem.config.js" }]',
    };
    const own =
      'module.exports = [{ script: "pm2 start ecosystem.config.js" }, { script: "pm2 start b.config.js" }, { script: "app.js" }]';
    assert.equal(config(own, "ecosystem.config.js"), "app.js pm2-fork 1");
    const all = startsOf({ ...FILES, ...others, "package.json": {}, "ecosystem.config.js": own });
    assert.deepEqual(all, ["b.js pm2-fork 1", "app.js pm2-fork 1"]);
  });
});

describe("the command line of pm2", () => {
  const files = {
    ...FILES,
    "all.config.js":
      'module.exports = [{ name: "a", script: "app.js" }, { name: "b", script: "b.js" }, { script: "sub/app.js" }, { name: process.env.N, script: "./app.js" }]',
    "my.config.cjs": 'module.exports = { script: "b.js" }',
    "my.config.mjs": 'export default { script: "b.js" }',
    "apps.yml": "apps:\n  - script: b.js\n",
    "apps.yaml": "apps:\n  - script: b.js\n",
  };
  for (const [line, expected] of [
    ["pm2 start my.config.cjs", "b.js pm2-fork 1"],
    ["pm2 start my.config.mjs", "b.js pm2-fork 1"],
    ["pm2 start apps.yml", "b.js pm2-fork 1"],
    ["pm2 start apps.yaml", "b.js pm2-fork 1"],
    ["pm2 start my.config.cjs apps.yml", "b.js pm2-fork 2"],
    ["pm2 start app.js b.js", "app.js pm2-fork 1, b.js pm2-fork 1"],
    ["pm2 start all.config.js --only b", "b.js pm2-fork 1, sub/app.js pm2-fork 1 maybe, app.js pm2-fork 1 maybe"],
    [
      'pm2 start all.config.js --only "a, b"',
      "app.js pm2-fork 1, b.js pm2-fork 1, sub/app.js pm2-fork 1 maybe, app.js pm2-fork 1 maybe",
    ],
    [
      "pm2 start all.config.js --only $APP",
      "app.js pm2-fork 2 maybe, b.js pm2-fork 1 maybe, sub/app.js pm2-fork 1 maybe",
    ],
    ["pm2 start $APP", "? pm2-fork 1 maybe"],
    ["pm2 start app.js --cwd $DIR", "?app.js pm2-fork 1 maybe"],
    ["pm2 start app.js --execute-command -i 2", "app.js pm2-fork 2"],
    ["pm2 start app.js --interpreter bun", "app.js pm2-fork 1 bun"],
    ["pm2 start app.js --interpreter", "app.js pm2-fork 1 maybe"],
    ["pm2 restart app.js", "app.js pm2-fork 1"],
    ["pm2 stop app.js", "nothing"],
    ["pm2 app.js", "app.js pm2-fork 1"],
    ["pm2 logs", "nothing"],
    ["pm2", "nothing"],
    ["pm2 $VERB app.js", "nothing"],
    ["pm2-dev app.js", "app.js pm2-fork 1"],
    ["pm2-docker app.js -i 2", "app.js pm2-cluster 2"],
  ] as const)
    it(line, () => assert.equal(started(line, files), expected));
});
