import { table } from "./script-table.ts";

const FILES = {
  "a.js": "",
  "b.js": "",
  "src/server.ts": "",
  "w/c.js": "",
  "w/package.json": { scripts: { up: "node c.js" } },
};

describe("launches in scripts, form by form", () => {
  const scripts = {
    start: "node a.js",
    "dev:api": "node b.js",
    "dev:web": "tsx src/server.ts",
    "lint/js": "node b.js",
    test: "node w/c.js",
    "--x": "node a.js",
    "dev.ts:watch": "node b.js",
    "c.mjs": "node b.js",
    "run-server": "node a.js",
    "dry-run": "node b.js",
    lint: "eslint .",
    "build(a)": "node a.js",
    builda: "node b.js",
    // Package managers have commands of these names.
    ...Object.fromEntries(["install", "i", "ci", "add", "build", "exec"].map((name) => [name, "node a.js"])),
  };

  table(
    "of package managers",
    `
      npm test → w/c.js process 1
      npm run-script dev:api → b.js process 1
      npm rum dev:api → b.js process 1
      npm dev:api → b.js process 1
      npm i → nothing
      npm ci → nothing
      pnpm install → nothing
      pnpm dlx start → nothing
      yarn add start → nothing
      yarn run start → a.js process 1
      yarn run-server → a.js process 1
      yarn dry-run → b.js process 1
      npm run start --prefix none --prefix . → a.js process 1
      npm --prefix none run start --prefix . → a.js process 1
      pnpm start --dir none → a.js process 1
      yarn run start --cwd none → a.js process 1
      npm run up more --prefix w → w/c.js process 1
      npm run up more -- --prefix w → nothing
      npm run install → a.js process 1
      yarn build → a.js process 1
      npm -C=w run up → w/c.js process 1
      npm run → nothing
      npm → nothing
      npm --x → nothing
      npm run start --prefix w → nothing
      npm run up --prefix w → w/c.js process 1
      npm run up --prefix=w → w/c.js process 1
      npm -C w run up → w/c.js process 1
      pnpm --dir w up → w/c.js process 1
      yarn --cwd w up → w/c.js process 1
      npm --prefix $W run up → nothing
      npm run up -w → nothing
      npm run start -w → nothing
      npm run up --workspace w → nothing
      npm --prefix w run up -- --prefix b → w/c.js process 1
      npm run $NAME → nothing
      yarn workspace none start → nothing
      yarn workspace $W start → nothing
    `,
    FILES,
    { scripts },
  );

  table(
    "of shells and of programs that run several",
    `
      bash -c "node a.js" → a.js process 1
      sh -ec "node a.js" → a.js process 1
      sh -ce "node a.js" → a.js process 1
      sh -exc "node a.js" → a.js process 1
      run-s "build(a)" → a.js process 1
      bash -lc "cd w; node c.js" → w/c.js process 1
      bash -o pipefail -c "node a.js" → a.js process 1
      sh run.sh → nothing
      sh run.sh -c "node a.js" → nothing
      sh -c "node a.js" b.js → a.js process 1
      sh -o -c "node a.js" → nothing
      bash → nothing
      sh -c $LINE → nothing
      conc "node a.js" → a.js process 1
      concurrently $LINE "node a.js" → a.js process 1
      concurrently "yarn:dev:api" "pnpm:start" → b.js process 1, a.js process 1
      concurrently "bun:start" "node:dev:web" → a.js process 1, src/server.ts process 1
      concurrently "npm:none" → nothing
      concurrently "npm:start" -n x "npm:dev:api" → a.js process 1, b.js process 1
      concurrently "echo npm:start" → nothing
      concurrently "npm:*:web" → src/server.ts process 1
      concurrently "npm:d*i" → b.js process 1
      concurrently --kill-others -n a "npm:start -- --port 1" → a.js process 1
      npm-run-all -s start dev:api → a.js process 1, b.js process 1
      npm-run-all --serial start --parallel dev:* -- more → a.js process 1, b.js process 1, src/server.ts process 1
      npm-run-all2 start → a.js process 1
      run-p --max-parallel 2 start dev:api → a.js process 1, b.js process 1
      run-s none → nothing
      run-s start -- start → a.js process 1
      npm-run-all start -p dev:api dev:web -s test → a.js process 1, b.js process 1, src/server.ts process 1, w/c.js process 1
    `,
    FILES,
    { scripts },
  );

  table(
    "of Node.js, Bun, Deno and their kin",
    `
      nodejs a.js → a.js process 1
      node a.js --run start → a.js process 1
      node --run start a.js → a.js process 1
      node - → nothing
      node -- → nothing
      node --eval 1 a.js → nothing
      node -p 1 → nothing
      node -pe 1 a.js → nothing
      node -c a.js → nothing
      node --print 1 a.js → nothing
      node -v → nothing
      node --version → nothing
      node --run none → nothing
      node --run $NAME → nothing
      ts-node-esm -P x.json src/server.ts → src/server.ts process 1
      babel-node --presets env a.js → a.js process 1
      jiti a.js → a.js process 1
      tsx -e 1 → nothing
      tsx watch → nothing
      tsx src/server.ts -e production → src/server.ts process 1
      tsx watch src/server.ts -e production → src/server.ts process 1
      node --version a.js → nothing
      node -v a.js → nothing
      node -e 1 a.js → nothing
      node -p 1 a.js → nothing
      node --test a.js → nothing
      node a.js -e production → a.js process 1
      bun test → nothing
      bun -e 1 a.js → nothing
      bun ../a → ?../a process 1 bun
      bun none.js → ?none.js process 1 bun
      bun none.mts → ?none.mts process 1 bun
      bun none.tsx → ?none.tsx process 1 bun
      bun none.json → nothing
      deno none.mjs → ?none.mjs process 1 deno
      deno none.json → nothing
      bun a.js -e production → a.js process 1 bun
      bun run a.js -e production → a.js process 1 bun
      bun run lint → nothing
      bun lint → nothing
      deno task --cwd w up → w/c.js process 1
      deno serve a.js --parallel → a.js deno-serve 1 deno
      ts-node watch a.js → ?watch process 1
      bun run a.js → a.js process 1 bun
      bun run lint/js → b.js process 1
      bun run ../a → ?../a process 1 bun
      bun run ./a → a.js process 1 bun
      bun a → a.js process 1 bun
      bun run dev.ts:watch → b.js process 1
      bun run c.mjs → b.js process 1
      bun c.mjs → ?c.mjs process 1 bun
      bun run build → a.js process 1
      bun none → nothing
      bun run none → ?none process 1 bun
      bun build a.js → nothing
      bun install → nothing
      bun add a.js → nothing
      bun i → nothing
      bun → nothing
      bun -e 1 → nothing
      bun --cwd w run up → w/c.js process 1
      bun --cwd w c.js → w/c.js process 1 bun
      bun run --cwd w c.js → w/c.js process 1 bun
      bun $FILE → ? process 1 bun
      deno → nothing
      deno $COMMAND → nothing
      deno a.js → a.js process 1 deno
      deno src/server.ts --x → src/server.ts process 1 deno
      deno run → nothing
      deno task none → nothing
      deno task → nothing
      deno serve → nothing
      deno --quiet run -A a.js → a.js process 1 deno
      deno serve --parallel=2 a.js → a.js deno-serve many deno
      deno compile a.js → nothing
    `,
    FILES,
    { scripts },
  );

  describe("of nodemon, with its own file", () => {
    for (const [line, own, manifest] of [
      ["nodemon → src/server.ts process 1", { script: "src/server.ts" }, {}],
      ["nodemon → b.js process 1", null, { main: "b.js" }],
      ["nodemon → nothing", null, {}],
      ["nodemon -x 'node a.js' → a.js process 1", null, { main: "b.js" }],
      ["nodemon --exec node b.js → b.js process 1", null, { main: "a.js" }],
      ["nodemon b.js → b.js process 1", { exec: "tsx" }, {}],
      ["nodemon → src/server.ts process 1", { exec: "tsx src/server.ts" }, { main: "a.js" }],
      ["nodemon $FILE → ? process 1", null, { main: "a.js" }],
      ["nodemon -x $EXEC → ? process 1 maybe", null, { main: "a.js" }],
      ["nodemon a.js -x 'node b.js' → a.js process 1", null, {}],
      ["nodemon --exec 'node b.js' → b.js process 1", null, {}],
      ["nodemon --exec $EXEC a.js → ? process 1 maybe", null, {}],
      ["nodemon -x node → nothing", null, { main: "a.js" }],
      ["nodemon → nothing", { exec: "node" }, { main: "a.js" }],
      ["nodemon b.js → b.js process 1", { exec: "node" }, { main: "a.js" }],
      ["cd src && nodemon → nothing", null, { main: "server.ts" }],
      ["nodemon -- b.js → b.js process 1", null, {}],
    ] as const)
      table(
        `${JSON.stringify(own)}, ${JSON.stringify(manifest)}`,
        line,
        { ...FILES, ...(own && { "nodemon.json": own }) },
        manifest,
      );
  });

  table(
    "of wrappers, past their own words",
    `
      env -- node a.js → a.js process 1
      gosu node node a.js → a.js process 1
      su-exec web node a.js → a.js process 1
      nice -n 5 node a.js → a.js process 1
      nohup node a.js → a.js process 1
      /usr/bin/time node a.js → a.js process 1
      tini -- node a.js → a.js process 1
      doppler run -- node a.js → a.js process 1
      doppler -p x run node a.js → a.js process 1
      doppler secrets node a.js → nothing
      env-cmd -f .env node a.js → a.js process 1
      yarn exec node a.js → a.js process 1
      yarn dlx tsx src/server.ts → src/server.ts process 1
      npm x -- tsx src/server.ts → src/server.ts process 1
      bun x tsx src/server.ts → src/server.ts process 1
      pnpm exec node a.js → a.js process 1
      npm exec -w w tsx src/server.ts → src/server.ts process 1
      npm exec --package tsx tsx src/server.ts → src/server.ts process 1
      doppler run node -p 1 a.js → nothing
      npm dlx tsx src/server.ts → nothing
      timeout 5 → nothing
      env → nothing
      env X=1 env Y=2 node a.js → a.js process 1 X=1 Y=2
    `,
    FILES,
    { scripts },
  );
});
