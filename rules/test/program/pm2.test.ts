import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "../../src/parse/parse-file.ts";
import { launchesIn } from "../../src/program/launches/index.ts";
import { resolverIn, startsOf, tree } from "./tree.ts";

// What pm2 7.0.4 does was seen with pm2 itself (Node 20.20, two processors): a script that listens on one port, prints
// cluster.isWorker, process.versions.bun and what became of the listen. "shared": all instances listen; "EADDRINUSE": the
// first one does, the others fail and are restarted.

const FILES = {
  "app.js": "",
  "sub/app.js": "",
  "app.ts": "",
  "src/server.ts": "",
  "run.sh": "",
  "package.json": { scripts: { start: "node app.js" } },
};

/** What the apps of an ecosystem.config.js start, without what package.json's script does. */
function apps(
  source: string,
  name = "ecosystem.config.js",
  more: Readonly<Record<string, string | object>> = {},
): string[] {
  return startsOf({ ...FILES, ...more, [name]: source }, ({ where }) => where.file.endsWith(name));
}

function app(fields: string): string {
  return apps(`module.exports = { apps: [{ name: "a", ${fields} }] };`).join(", ");
}

describe("launches by pm2", () => {
  it("takes one app alone for a plain process", () => {
    // Seen: fork_mode, isWorker false.
    assert.equal(app('script: "app.js"'), "app.js pm2-fork 1");
    assert.equal(apps('module.exports = { apps: { script: "app.js" } }').join(), "app.js pm2-fork 1");
    assert.equal(apps('module.exports = [{ script: "app.js" }]').join(), "app.js pm2-fork 1");
    assert.equal(apps('module.exports = { pm2: [{ script: "app.js" }] }').join(), "app.js pm2-fork 1");
  });

  it("takes instances without a mode for cluster workers, be it a single one", () => {
    // Seen: cluster_mode, isWorker true, shared; for 2, "2", "max", 0 and 1; -1 started one process on two processors.
    assert.equal(app('script: "app.js", instances: 2'), "app.js pm2-cluster 2");
    assert.equal(app('script: "app.js", instances: "2"'), "app.js pm2-cluster 2");
    assert.equal(app('script: "app.js", instances: "max"'), "app.js pm2-cluster many");
    assert.equal(app('script: "app.js", instances: 0'), "app.js pm2-cluster many");
    assert.equal(app('script: "app.js", instances: 1'), "app.js pm2-cluster 1");
    assert.equal(app('script: "app.js", instances: -1'), "app.js pm2-cluster unknown maybe");
    assert.equal(app('script: "app.js", instances: 2, exec_interpreter: "node"'), "app.js pm2-cluster 2");
    assert.equal(app('script: "app.js", instances: 2, interpreter: "/usr/bin/node"'), "app.js pm2-cluster 2");
  });

  it("takes exec_mode at its word", () => {
    // Seen: fork and fork_mode with 2 instances: EADDRINUSE; cluster without instances: one worker.
    assert.equal(app('script: "app.js", instances: 2, exec_mode: "fork"'), "app.js pm2-fork 2");
    assert.equal(app('script: "app.js", instances: 2, exec_mode: "fork_mode"'), "app.js pm2-fork 2");
    assert.equal(app('script: "app.js", exec_mode: "cluster"'), "app.js pm2-cluster 1");
  });

  it("knows that a cluster worker runs in Node whatever the interpreter says", () => {
    // Seen: interpreter bun with instances 2, with and without exec_mode cluster: workers of Node (versions.bun undefined),
    // shared. With exec_mode fork: Bun, EADDRINUSE. A .ts script has bun for its interpreter: cluster workers of Node too.
    assert.equal(app('script: "app.js", instances: 2, interpreter: "bun"'), "app.js pm2-cluster 2");
    assert.equal(
      app('script: "app.js", instances: 2, interpreter: "bun", exec_mode: "cluster"'),
      "app.js pm2-cluster 2",
    );
    assert.equal(app('script: "app.js", instances: 2, interpreter: "bun", exec_mode: "fork"'), "app.js pm2-fork 2 bun");
    assert.equal(app('script: "app.ts", instances: 2'), "app.ts pm2-cluster 2");
    assert.equal(app('script: "app.ts"'), "app.ts pm2-fork 1 bun");
  });

  it("takes other interpreters and commands for plain processes", () => {
    // Seen: interpreter none with script node, script npm and "npm run start" with 2 instances: EADDRINUSE. pm2 calls npm
    // itself cluster_mode; what npm starts is a plain process all the same, also where exec_mode says cluster.
    assert.equal(app('script: "node", args: "app.js", interpreter: "none", instances: 2'), "app.js pm2-fork 2");
    assert.equal(app('script: "npm", args: "start", instances: 2'), "app.js pm2-fork 2");
    assert.equal(
      app('script: "npm", args: ["run", "start"], instances: "max", exec_mode: "cluster"'),
      "app.js pm2-fork many",
    );
    assert.equal(app('script: "npm run start", instances: 2'), "app.js pm2-fork 2");
    assert.equal(app('script: "src/server.ts", interpreter: "tsx", instances: 3'), "src/server.ts pm2-fork 3");
    assert.equal(app('script: "app.js", interpreter: "deno", instances: 2'), "app.js pm2-fork 2 deno");
    assert.equal(app('script: "run.sh", instances: 2'), "");
    assert.equal(app('script: "bun", args: "run app.ts", instances: 2, interpreter: "none"'), "app.ts pm2-fork 2 bun");
  });

  it("names the variable that counts up, and what the environment sets", () => {
    // Seen: increment_var PORT, env PORT 47320, fork, 2 instances: they listen on 47320 and 47321. `port` sets PORT.
    assert.equal(
      app('script: "app.js", instances: 2, exec_mode: "fork", increment_var: "PORT", env: { PORT: 47320 }'),
      "app.js pm2-fork 2 PORT++ PORT=47320",
    );
    assert.equal(
      app('script: "app.js", port: 3000, env: { A: "x", B: process.env.B, C: true }'),
      "app.js pm2-fork 1 A=x B=? C=true PORT=3000",
    );
    assert.equal(
      app('script: "app.js", env: { PORT: 1, S: 1 }, env_production: { PORT: 2, S: "1" }'),
      "app.js pm2-fork 1 PORT=? S=1",
    );
    assert.equal(app('script: "app.js", instances: 2, increment_var: process.env.V'), "app.js pm2-cluster 2");
  });

  it("counts paths from cwd, and without one from where pm2 is started", () => {
    // Seen: `pm2 start sub/ecosystem.config.js` with script app.js runs ./app.js, not sub/app.js.
    assert.equal(app('script: "app.js", cwd: "./sub"'), "sub/app.js pm2-fork 1");
    assert.equal(app('script: "./app.js", cwd: __dirname'), "app.js pm2-fork 1");
    assert.equal(app('script: "app.js", cwd: require("path").join(__dirname, "sub")').slice(0, 1), "?");
    assert.equal(
      apps(
        'const path = require("node:path"); module.exports = { apps: [{ script: "app.js", cwd: path.join(__dirname, "sub") }] }',
      ).join(),
      "sub/app.js pm2-fork 1",
    );
    assert.equal(
      apps('module.exports = { apps: [{ script: "app.js" }] }', "sub/ecosystem.config.js").join(),
      "app.js pm2-fork 1",
    );
    assert.equal(
      apps('module.exports = { apps: [{ script: "own.js" }] }', "sub/ecosystem.config.js", { "sub/own.js": "" }).join(),
      "sub/own.js pm2-fork 1",
    );
    assert.equal(app('script: "dist/server.js", instances: 2'), "src/server.ts pm2-cluster 2");
  });

  it("reads constants, also by name, and knows what it does not know", () => {
    assert.equal(
      apps(`
        const base = { script: "app.js", instances: 2, exec_mode: "fork" };
        const count = 2 + 1;
        const shared = { env: { A: 1 } };
        module.exports = { apps: [base, { ...base, name: "b", instances: count }, { ...shared, script: \`\${"sub"}/app.js\` }] };
      `).join(", "),
      "app.js pm2-fork 2, app.js pm2-fork 3, sub/app.js pm2-fork 1 A=1",
    );
    assert.equal(app('script: "app.js", instances: process.env.N'), "app.js pm2-cluster unknown maybe");
    assert.equal(
      app('script: "app.js", instances: process.env.N || 4, exec_mode: "fork"'),
      "app.js pm2-fork unknown maybe",
    );
    assert.equal(app('script: "app.js", instances: 2, exec_mode: process.env.M'), "app.js unknown 2 maybe");
    assert.equal(app('script: "app.js", instances: 2, interpreter: process.env.I'), "app.js unknown 2 maybe");
    assert.equal(app("script: process.env.S, instances: 2"), "? pm2-cluster 2 maybe");
    // What is spread last may write over everything.
    assert.equal(app('script: "app.js", ...more()'), "? unknown unknown maybe");
    assert.equal(
      app('...more(), script: "app.js", instances: 2, exec_mode: "fork", interpreter: "node", cwd: "."')
        .split(" ")
        .slice(0, 3)
        .join(" "),
      "app.js pm2-fork 2",
    );
    assert.deepEqual(apps("module.exports = { apps: names.map((name) => ({ script: name })) }"), [
      "? unknown unknown maybe",
    ]);
    assert.deepEqual(apps("module.exports = make()"), ["? unknown unknown maybe"]);
    assert.deepEqual(apps('const c = { apps: [{ script: "app.js" }] }; c.apps.push(x); module.exports = c;'), [
      "? unknown unknown maybe",
    ]);
    assert.deepEqual(apps("const c = { apps: [] }; change(c); module.exports = c;"), ["? unknown unknown maybe"]);
    assert.deepEqual(
      apps('if (x) module.exports = { apps: [] }; else module.exports = { apps: [{ script: "app.js" }] }'),
      ["? unknown unknown maybe"],
    );
    assert.deepEqual(apps("module.exports = { deploy: {} }"), []);
    assert.deepEqual(apps("module.exports = { apps: [] }"), []);
  });

  it("reads every kind of file that pm2 does", () => {
    const yaml =
      "apps:\n  - script: app.js\n    instances: 2\n    exec_mode: fork\n  - script: sub/app.js\n    args: [--x]\n";
    // Seen: yaml with instances 2: cluster_mode.
    assert.deepEqual(apps(yaml, "pm2.yaml"), ["app.js pm2-fork 2", "sub/app.js pm2-fork 1"]);
    assert.deepEqual(apps(yaml, "process.yml"), ["app.js pm2-fork 2", "sub/app.js pm2-fork 1"]);
    const json = '{ "apps": [{ "script": "app.js", "instances": "max", }] } // trailing';
    for (const name of ["pm2.json", "process.json", "ecosystem.json", "ecosystem.prod.json"])
      assert.deepEqual(apps(json, name), ["app.js pm2-cluster many"], name);
    const code = { cjs: "module.exports.apps = [", mjs: "export default { apps: [" };
    assert.deepEqual(apps(`${code.cjs}{ script: "app.js" }]`, "ecosystem.config.cjs"), ["app.js pm2-fork 1"]);
    assert.deepEqual(apps(`${code.mjs}{ script: "app.js" }] }`, "ecosystem.config.mjs"), ["app.js pm2-fork 1"]);
    assert.deepEqual(apps('export const apps = [{ script: "app.js" }]', "pm2.config.js"), ["app.js pm2-fork 1"]);
    assert.deepEqual(apps('{ "script": "app.js" }', "process.json"), ["app.js pm2-fork 1"]);
    assert.deepEqual(apps('{ "something": "else" }', "process.json"), []);
    assert.deepEqual(apps('module.exports = { apps: [{ script: "app.js" }] }', "webpack.config.js"), []);
  });

  it("takes pm2's command line", () => {
    // Seen: -i 2 and -i max: cluster_mode, shared; without -i: fork_mode; `-i 2` over a configuration: ignored, one
    // fork_mode process each; --only b: b alone; `npm -i 2 -- start`, "node app.js" -i 2: EADDRINUSE; pm2-runtime -i 2: shared.
    const line = (script: string, more = {}) => {
      const files = { ...FILES, ...more, "package.json": { scripts: { it: script, start: "node app.js" } } };
      return startsOf(files, ({ group }) => group.endsWith("script it")).join(", ");
    };
    assert.equal(line("pm2 start app.js"), "app.js pm2-fork 1");
    assert.equal(line("pm2 start app.js -i 2"), "app.js pm2-cluster 2");
    assert.equal(line("pm2 start app.js --name web -i max -- --port 1"), "app.js pm2-cluster many");
    assert.equal(line("PORT=1 pm2-runtime start dist/server.js --instances=4"), "src/server.ts pm2-cluster 4 PORT=1");
    assert.equal(line("pm2-runtime app.js -i 0"), "app.js pm2-cluster many");
    assert.equal(line("pm2 start -i $N app.js"), "app.js pm2-cluster unknown maybe");
    assert.equal(line("pm2 start npm -i 2 -- start"), "app.js pm2-fork 2");
    assert.equal(line('pm2 start "node app.js" -i 2'), "app.js pm2-fork 2");
    assert.equal(line("pm2 start app.ts --interpreter tsx -i 2"), "app.ts pm2-fork 2");
    assert.equal(line("pm2 start app.js -x -i 2"), "app.js pm2-fork 2");
    assert.equal(line("npx pm2 startOrReload app.js --cwd sub"), "sub/app.js pm2-fork 1");
    assert.equal(line("pm2 logs && pm2 save && pm2 delete all"), "");
    const config = {
      "ecosystem.config.js":
        'module.exports = { apps: [{ name: "a", script: "app.js" }, { name: "b", script: "sub/app.js" }] }',
    };
    assert.equal(line("pm2 start ecosystem.config.js -i 2", config), "app.js pm2-fork 1, sub/app.js pm2-fork 1");
    assert.equal(line("pm2-runtime ecosystem.config.js --only b --env production", config), "sub/app.js pm2-fork 1");
    assert.equal(line("pm2 start none.config.js"), "");
  });

  it("points to the script of the app, and lets all apps of a file run beside each other", () => {
    const text = 'module.exports = { apps: [{ script: "app.js" }, { script: "sub/app.js" }] }';
    const root = tree({ ...FILES, "ecosystem.config.js": text });
    const found = launchesIn(resolverIn(root), parseFile).launches.filter(({ where }) =>
      where.file.endsWith(".config.js"),
    );
    assert.deepEqual(
      found.map(({ where }) => text.slice(...where.range)),
      ['"app.js"', '"sub/app.js"'],
    );
    assert.equal(new Set(found.map(({ group }) => group)).size, 1);
    const yaml = "apps:\n  - script: app.js\n";
    const other = tree({ ...FILES, "pm2.yaml": yaml });
    const [launch] = launchesIn(resolverIn(other), parseFile).launches.filter(({ where }) =>
      where.file.endsWith(".yaml"),
    );
    assert.equal(yaml.slice(...(launch?.where.range ?? [])), "app.js");
  });

  it("gives an app the port that its configuration names", () => {
    for (const [port, expected] of [
      ["3000", "PORT=3000"],
      ["'3000'", "PORT=3000"],
      ["find()", "PORT=?"],
    ]) {
      assert.equal(app(`script: "app.js", port: ${port}`), `app.js pm2-fork 1 ${expected}`);
    }
  });

  it("runs no configuration", () => {
    const root = tree({ ...FILES });
    const proof = join(root, "ran");
    const write = `require("fs").writeFileSync(${JSON.stringify(proof)}, "ran")`;
    for (const name of ["ecosystem.config.js", "ecosystem.config.cjs", "pm2.config.js", "process.json", "pm2.yaml"]) {
      const more = tree({
        ...FILES,
        [name]: `${write};\nmodule.exports = { apps: [{ script: (${write}, "app.js") }] }`,
      });
      launchesIn(resolverIn(more), parseFile);
    }
    const scripts = tree({
      ...FILES,
      "package.json": { scripts: { it: `node -e '${write}' && $(touch ${proof})`, b: `touch ${proof}` } },
    });
    launchesIn(resolverIn(scripts), parseFile);
    assert.equal(existsSync(proof), false);
  });
});
