import assert from "node:assert/strict";
import { groups, started, table } from "./script-table.ts";
import { startsOf } from "./tree.ts";

const FILES = { "a.js": "", "b.js": "", "c.js": "", "w/d.js": "" };

table(
  "what a line of shell starts",
  `
    ./a.js → a.js process 1
    w/d.js --port 1 → w/d.js process 1
    X=1 ./a.js → a.js process 1 X=1
    a.js → nothing
    ./a → nothing
    ./a.json → nothing
    ./none.js → nothing
    $RUN a.js → nothing
    pushd w && node d.js → w/d.js process 1
    cd && node a.js → nothing
    X=1 Y=2 nohup node a.js → a.js process 1 X=1 Y=2
    env X=1 Y=2 nohup node a.js → a.js process 1 X=1 Y=2
    X=1 npm run sets → b.js process 1 X=2
    X=1 env X=3 node a.js → a.js process 1 X=3
    node.cmd a.js → a.js process 1
    node.sh a.js → nothing
    node.exes a.js → nothing
    cd x && npm run one → a.js process 1
    npm run one || node c.js → a.js process 1, c.js process 1 maybe
    npm run unsure && node c.js → a.js pm2-cluster unknown maybe, c.js process 1
  `,
  { ...FILES, "x/deno.json": {} },
  { scripts: { one: "node a.js", sets: "X=2 node b.js", unsure: "pm2 start a.js -i $N" } },
);

table(
  "the same program twice, side by side",
  `
    node a.js & node a.js → a.js process 2
    node a.js & node a.js & node a.js → a.js process 3
    node a.js & node b.js & node a.js → a.js process 2, b.js process 1
    node a.js & tsx a.js → a.js process 2
    node a.js & bun a.js → a.js process 1, a.js process 1 bun
    node a.js && node a.js → a.js process 1, a.js process 1
    node a.js & false || node a.js → a.js process 1, a.js process 1 maybe
    PORT=1 node a.js & PORT=1 node a.js → a.js process 2 PORT=1
    PORT=1 node a.js & PORT=2 node a.js → a.js process 1 PORT=1, a.js process 1 PORT=2
    X=0 PORT=1 node a.js & X=0 PORT=2 node a.js → a.js process 1 X=0 PORT=1, a.js process 1 X=0 PORT=2
    node a.js & PORT=1 node a.js → a.js process 1, a.js process 1 PORT=1
    PORT=1 node a.js & node a.js → a.js process 1 PORT=1, a.js process 1
    node a.js & node b.js & node $C → a.js process 1, b.js process 1, ? process 1
    node $A & node $A → ? process 1, ? process 1
    node none.js & node none.js → ?none.js process 1, ?none.js process 1
    deno serve a.js & deno serve --parallel b.js → a.js deno-serve 1 deno, b.js deno-serve many deno
    deno serve --parallel a.js & deno serve a.js → a.js deno-serve many deno
    deno serve a.js & deno serve --parallel a.js → a.js deno-serve many deno
    pm2 start a.js -i 2 && pm2 start a.js -i 3 → a.js pm2-cluster 5
    pm2 start a.js && node a.js → a.js pm2-fork 1, a.js process 1
    pm2 start a.js -i $N && pm2 start a.js -i $N → a.js pm2-cluster many maybe
  `,
  FILES,
);

describe("what of a line runs beside each other", () => {
  const scripts = { a: "node a.js", b: "node b.js", c: "node c.js", lint: "eslint ." };
  for (const [line, expected] of [
    ["npm-run-all a b", "a.js@0 b.js@1"],
    ["npm-run-all a -p b c", "a.js@0 b.js@1 c.js@1"],
    ["npm-run-all a --parallel b c", "a.js@0 b.js@1 c.js@1"],
    ["npm-run-all -p a b -s c", "a.js@0 b.js@0 c.js@1"],
    ["npm-run-all -p a b --serial c", "a.js@0 b.js@0 c.js@1"],
    ["npm-run-all -p a b --sequential c", "a.js@0 b.js@0 c.js@1"],
    ["npm-run-all -p a b --silent c", "a.js@0 b.js@0 c.js@0"],
    ["npm-run-all -p a $B c", "a.js@0 c.js@0"],
    ["run-p a b", "a.js@0 b.js@0"],
    ["run-s a b", "a.js@0 b.js@1"],
    ["node b.js & run-s a lint", "b.js@0 a.js@0"],
    ["node b.js & run-s lint a", "b.js@0 a.js@0"],
    ["node b.js & run-s a c", "b.js@0 a.js@1 c.js@0"],
    ["node a.js | node b.js | node c.js", "a.js@0 b.js@0 c.js@0"],
    ["node a.js & node b.js & node c.js", "a.js@0 b.js@0 c.js@0"],
    ["node a.js && node b.js & node c.js", "a.js@0 b.js@1 c.js@1"],
    ["node a.js; node b.js | node c.js", "a.js@0 b.js@1 c.js@1"],
    ["node a.js & pm2 start b.js; node c.js", "a.js@0 b.js@0 c.js@0"],
    ["pm2 start a.js --no-daemon && node b.js", "a.js@0 b.js@1"],
    ["pm2 start a.js --attach && node b.js", "a.js@0 b.js@1"],
    ["./a.js && ./b.js", "a.js@0 b.js@1"],
    ["npm-run-all2 a b", "a.js@0 b.js@1"],
    ["npm-run-all2 -p a b", "a.js@0 b.js@0"],
    ["X=1 nohup pm2 start a.js && node b.js", "a.js@0 b.js@0"],
  ] as const)
    it(line, () => assert.equal(groups(line, FILES, scripts), expected));
});

describe("lines that lead to lines without end", () => {
  /** `s0` runs `s1`, and so on; the last one starts a.js. */
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [`s${i}`, i === length - 1 ? "node a.js" : `npm run s${i + 1}`]),
    );

  it("are followed through twelve scripts", () => {
    assert.equal(started("npm run s0", FILES, { scripts: chain(11) }), "a.js process 1");
    assert.equal(started("npm run s0", FILES, { scripts: chain(12) }), "nothing");
  });

  it("are followed for two thousand commands of a package", () => {
    assert.equal(started(`${":;".repeat(1999)} node a.js`, FILES), "a.js process 1");
    assert.equal(started(`${":;".repeat(2000)} node a.js`, FILES), "nothing");
    const lines = (times: number) => ({ a: ":;".repeat(1000), b: `${":;".repeat(times)} node a.js` });
    assert.deepEqual(startsOf({ ...FILES, "package.json": { scripts: lines(999) } }), ["a.js process 1"]);
    assert.deepEqual(startsOf({ ...FILES, "package.json": { scripts: lines(1000) } }), []);
    // Another package has as many again.
    const other = { "w/package.json": { scripts: { c: "node d.js" } } };
    assert.deepEqual(startsOf({ ...FILES, ...other, "package.json": { scripts: lines(1000) } }), ["w/d.js process 1"]);
  });
});
