import assert from "node:assert/strict";
import { join } from "node:path";
import { parseFile } from "../../src/parse/parse-file.ts";
import { launchesIn } from "../../src/program/launches/index.ts";
import { started, table } from "./script-table.ts";
import { resolverIn, ROOT, startsOf, tree } from "./tree.ts";

const FILES = { "a.js": "", "b.js": "", "src/server.ts": "", "src/api/index.ts": "", "w/c.js": "", "x y.js": "" };

const MAIN = { main: "./a.js" };

describe("launches in scripts", () => {
  table(
    "knows what interpreters run, past their options",
    `
      node a.js → a.js process 1
      node a → a.js process 1
      node . → a.js process 1
      node ./src/api → src/api/index.ts process 1
      node dist/server.js → src/server.ts process 1
      node dist/none.js → ?dist/none.js process 1
      node $ENTRY → ? process 1
      node src/*.js → ?src/*.js process 1
      node --watch -r dotenv/config --import tsx --conditions dev --env-file=.env a.js --port 3000 → a.js process 1
      node --inspect=0.0.0.0:9229 --max-old-space-size=4096 a.js → a.js process 1
      node -- a.js → a.js process 1
      node "x y.js" → x y.js process 1
      node -e "require('net')" → nothing
      node --test → nothing
      node --check a.js → nothing
      node → nothing
      node a.js > out.log 2>&1 → a.js process 1
      /usr/local/bin/node a.js → a.js process 1
      node.exe a.js → a.js process 1
      tsx src/server.ts → src/server.ts process 1
      tsx watch --clear-screen=false src/server.ts → src/server.ts process 1
      ts-node -P tsconfig.x.json src/server.ts → src/server.ts process 1
      ts-node-dev --respawn --transpile-only src/server.ts → src/server.ts process 1
      nodemon a.js → a.js process 1
      nodemon --watch src -e ts,js --exec ts-node src/server.ts → src/server.ts process 1
      nodemon --exec node "x y.js" → x y.js process 1
      nodemon --exec "node -r x/register" a.js → a.js process 1
      nodemon -x 'tsx src/server.ts' → src/server.ts process 1
      nodemon → a.js process 1
      bun a.js → a.js process 1 bun
      bun run src/server.ts → src/server.ts process 1 bun
      bun --watch run --hot src/server.ts → src/server.ts process 1 bun
      bun test → nothing
      deno run -A --env-file=.env src/server.ts → src/server.ts process 1 deno
      deno serve src/server.ts → src/server.ts deno-serve 1 deno
      deno serve --parallel --port 80 -A src/server.ts → src/server.ts deno-serve many deno
      deno serve -A --host=0.0.0.0 --parallel src/server.ts → src/server.ts deno-serve many deno
      deno test → nothing
      deno fmt a.js → nothing
      eslint a.js && prettier --check a.js → nothing
      ./src/server.ts → src/server.ts process 1
      rm -rf dist; tsc -p . → nothing
      constructor a.js → nothing
      toString → nothing
    `,
    FILES,
    MAIN,
  );

  table(
    "looks into programs that run another",
    `
      PORT=3000 HOST= node a.js → a.js process 1 PORT=3000 HOST=
      PORT=$P node a.js → a.js process 1 PORT=?
      cross-env PORT=1 NODE_ENV=production node a.js → a.js process 1 PORT=1 NODE_ENV=production
      env -u X A=1 node a.js → a.js process 1 A=1
      dotenv -e .env -- node a.js → a.js process 1
      dotenvx run -f .env -- node a.js → a.js process 1
      npx -y tsx src/server.ts → src/server.ts process 1
      npx -p typescript tsx src/server.ts → src/server.ts process 1
      pnpm exec tsx src/server.ts → src/server.ts process 1
      npm exec -- tsx src/server.ts → src/server.ts process 1
      bunx tsx src/server.ts → src/server.ts process 1
      dumb-init -- node a.js → a.js process 1
      timeout -s KILL 30 node a.js → a.js process 1
      sudo -E -u web node a.js → a.js process 1
      sh -c "cd w && exec node c.js" → w/c.js process 1
      c8 --reporter html node a.js → a.js process 1
      cd w && node c → w/c.js process 1
      cd $DIR && node c → nothing
      (node a.js) → a.js process 1
      node $(pwd)/a.js → ? process 1
      node \`pwd\`/a.js → ? process 1
    `,
    FILES,
    MAIN,
  );

  describe("launches in scripts that run scripts", () => {
    const scripts = {
      start: "node a.js",
      "dev:api": "node b.js",
      "dev:web": "tsx src/server.ts",
      "dev:deep:er": "node w/c.js",
      loop: "npm run it",
    };
    table(
      "of npm, pnpm, yarn, bun and deno",
      `
      npm start → a.js process 1
      npm run dev:api -- --port 1 → b.js process 1
      npm run --silent dev:api → b.js process 1
      npm --silent run dev:api → b.js process 1
      npm install → nothing
      npm run none → nothing
      npm run loop → nothing
      npm run it → nothing
      pnpm dev:api → b.js process 1
      pnpm run dev:api → b.js process 1
      yarn start → a.js process 1
      yarn dev:web --inspect → src/server.ts process 1
      bun run dev:api → b.js process 1
      bun start → a.js process 1
      node --run dev:api → b.js process 1
      concurrently "npm:dev:api" "npm run dev:web" → b.js process 1, src/server.ts process 1
      concurrently -k -n api,web -c blue,red "npm:dev:*" → b.js process 1, src/server.ts process 1, w/c.js process 1
      concurrently --names=x "PORT=1 node a.js" "PORT=2 node a.js" → a.js process 1 PORT=1, a.js process 1 PORT=2
      run-p dev:* → b.js process 1, src/server.ts process 1
      run-p "dev:**" → b.js process 1, src/server.ts process 1, w/c.js process 1
      npm-run-all start --parallel dev:* → a.js process 1, b.js process 1, src/server.ts process 1
      run-s start "dev:api -- --x" → a.js process 1, b.js process 1
      deno task start → a.js process 1
    `,
      FILES,
      { ...MAIN, scripts },
    );
  });

  it("goes to other packages of the workspace", () => {
    const files = {
      "package.json": {
        workspaces: ["p/*"],
        scripts: {
          w: "npm run start -w @x/one",
          y: "yarn workspace @x/one start",
          f: "pnpm --filter @x/one start",
          F: "pnpm -F @x/one start",
          c: "npm --prefix p/one start",
          r: "pnpm -r start",
          recursive: "pnpm --recursive start",
          all: "npm start --workspaces",
          ws: "npm start -ws",
          d: "npm start --workspace=p/one",
          n: "npm start -w none",
        },
      },
      "p/one/package.json": { name: "@x/one", scripts: { start: "node main.js" } },
      "p/one/main.js": "",
      "p/two/package.json": { name: "two", scripts: { start: "node t.js" } },
      "p/two/t.js": "",
    };
    const of = (name: string) => startsOf(files, ({ group }) => group === `${ROOT}/package.json script ${name}`);
    for (const name of ["w", "y", "f", "F", "c", "d"]) assert.deepEqual(of(name), ["p/one/main.js process 1"], name);
    for (const name of ["r", "recursive", "all", "ws"])
      assert.deepEqual(of(name), ["p/one/main.js process 1", "p/two/t.js process 1"], name);
    assert.deepEqual(of("n"), []);
  });

  it("tells what runs beside each other from alternatives and steps", () => {
    const groups = (line: string, scripts = {}) => {
      const root = tree({ ...FILES, "package.json": { scripts: { it: line, ...scripts } } });
      const names = launchesIn(resolverIn(root), parseFile).launches.map(({ group, entry }) => [
        group,
        entry?.slice(root.length + 1),
      ]);
      const seen = [...new Set(names.map(([group]) => group))];
      return names.map(([group, entry]) => `${entry}@${seen.indexOf(group)}`).join(" ");
    };
    assert.equal(groups("node a.js & node b.js"), "a.js@0 b.js@0");
    assert.equal(groups("node a.js && node b.js"), "a.js@0 b.js@1");
    assert.equal(groups("node a.js; node b.js; node w/c.js"), "a.js@0 b.js@1 w/c.js@2");
    assert.equal(groups("node a.js & node b.js && node w/c.js"), "a.js@0 b.js@1 w/c.js@0");
    assert.equal(groups("node a.js | node b.js"), "a.js@0 b.js@0");
    assert.equal(groups("node a.js & node b.js && echo done"), "a.js@0 b.js@0");
    assert.equal(groups("node a.js && pm2 start b.js && node w/c.js"), "a.js@0 b.js@1 w/c.js@1");
    assert.equal(groups("node a.js | node b.js && node w/c.js"), "a.js@0 b.js@0 w/c.js@1");
    assert.equal(groups("pm2 start a.js && pm2 start b.js"), "a.js@0 b.js@0");
    assert.equal(groups("pm2 start a.js && node b.js"), "a.js@0 b.js@0");
    assert.equal(groups('concurrently "node a.js" "node b.js"'), "a.js@0 b.js@0");
    assert.equal(
      groups("npm-run-all x -p y z", { x: "node a.js", y: "node b.js", z: "node w/c.js" }).slice(0, 20),
      "a.js@0 b.js@1 w/c.js",
    );
    assert.equal(groups("node a.js", { other: "node b.js" }), "a.js@0 b.js@1");
  });

  table(
    "is not sure of what runs when something else fails",
    `
      node a.js || node b.js → a.js process 1, b.js process 1 maybe
      true && node a.js → a.js process 1
    `,
    FILES,
    MAIN,
  );

  it("reads tasks of deno.json, with what they depend on", () => {
    const files = {
      "deno.jsonc": `{ // tasks
        "tasks": { "start": "deno serve --parallel src/server.ts", "both": { "command": "deno run b.js", "dependencies": ["prepare", "both"] },
          "prepare": "deno run a.js", "again": "deno task start", "odd": 4, }
      }`,
      ...FILES,
    };
    assert.deepEqual(startsOf(files), [
      "src/server.ts deno-serve many deno",
      "a.js process 1 deno",
      "b.js process 1 deno",
      "a.js process 1 deno",
      "src/server.ts deno-serve many deno",
    ]);
  });

  it("points to the task, and takes tasks for alternatives", () => {
    const text =
      '{ "tasks": { "x": "echo", "it": "deno run a.js", "b": { "command": "deno run b.js" }, "c": { "dependencies": ["it"] }, "d": { "dependencies": ["it"], "command": "deno run b.js" } } }';
    const root = tree({ ...FILES, "deno.json": text });
    const { launches } = launchesIn(resolverIn(root), parseFile);
    assert.deepEqual(
      launches.map(({ where }) => text.slice(...where.range)),
      [
        '"deno run a.js"',
        '{ "command": "deno run b.js" }',
        '{ "dependencies": ["it"] }',
        '{ "dependencies": ["it"], "command": "deno run b.js" }',
        '{ "dependencies": ["it"], "command": "deno run b.js" }',
      ],
    );
    assert.ok(launches.every(({ where }) => where.file === join(root, "deno.json")));
    assert.equal(new Set(launches.map(({ group }) => group)).size, 5);
  });

  it("points to the script", () => {
    const text = '\uFEFF{\n  "scripts": { "x": "echo", "it": "node a.js" }\n}';
    const root = tree({ ...FILES, "package.json": text });
    const [launch] = launchesIn(resolverIn(root), parseFile).launches;
    assert.equal(text.slice(1).slice(...(launch?.where.range ?? [])), '"node a.js"');
    assert.equal(launch?.where.file, join(root, "package.json"));
  });

  it("survives scripts that call each other over and over, and lines without end", () => {
    const scripts = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `s${i}`,
        Array.from({ length: 20 }, () => `npm run s${i + 1}`).join(" & "),
      ]),
    );
    const before = Date.now();
    const ends = { s40: "node a.js", me: "npm run you", you: "npm run me" };
    started("npm run s0", FILES, { scripts: { ...scripts, ...ends } });
    assert.ok(Date.now() - before < 10_000);
    assert.equal(started(`node a.js ${"&& node a.js ".repeat(2000)}`, FILES), "nothing");
    assert.equal(started('node "a.js', FILES), "a.js process 1");
    assert.equal(started("((((((node a.js", FILES), "a.js process 1");
    assert.equal(started("&& || ; | > < $( ) ${", FILES), "nothing");
  });
});
