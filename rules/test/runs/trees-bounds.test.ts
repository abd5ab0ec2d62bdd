import assert from "node:assert/strict";
import type { Sources } from "./project.ts";
import { treesIn, type TreesIn } from "./trees-in.ts";

const modules = (count: number): Sources =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.js`, ""]));

/** Code of so many characters that somebody may have written. */
const long = (characters: number) =>
  "//"
    .padEnd(100, "x")
    .concat("\n")
    .repeat(Math.ceil(characters / 101))
    .slice(0, characters);

function ask({ tree }: TreesIn, from: number, to: number): void {
  for (let i = from; i < to; i++) assert.ok(tree(`${i}.js`));
}

describe("the trees that are kept", () => {
  it("are the last 400 that were asked for", () => {
    const all = treesIn(modules(401));
    ask(all, 0, 400);
    all.parsed();
    ask(all, 0, 400);
    assert.equal(all.parsed(), "");
    ask(all, 400, 401);
    assert.equal(all.parsed(), "400.js");
    ask(all, 1, 400);
    assert.equal(all.parsed(), "");
    ask(all, 0, 1);
    assert.equal(all.parsed(), "0.js");
  });
  it("are those that were asked for last, whenever they were parsed", () => {
    const all = treesIn(modules(401));
    ask(all, 0, 400);
    ask(all, 0, 1);
    ask(all, 400, 401);
    all.parsed();
    ask(all, 0, 1);
    assert.equal(all.parsed(), "");
    ask(all, 1, 2);
    assert.equal(all.parsed(), "1.js");
  });
  const BIG = { "0.js": long(1e6), "1.js": long(1e6), "2.js": long(1e6), "3.js": "", "4.js": "f();" };
  it("have 3,000,000 characters together", () => {
    const all = treesIn(BIG);
    ask(all, 0, 4);
    all.parsed();
    ask(all, 0, 4);
    assert.equal(all.parsed(), "");
    ask(all, 4, 5);
    all.parsed();
    ask(all, 1, 5);
    assert.equal(all.parsed(), "");
    ask(all, 0, 1);
    assert.equal(all.parsed(), "0.js");
  });
  it("are counted once, however often they are asked for", () => {
    const all = treesIn(BIG);
    for (let i = 0; i < 4; i++) ask(all, 0, 2);
    assert.equal(all.parsed(), "0.js 1.js");
    ask(all, 2, 3);
    all.parsed();
    ask(all, 0, 3);
    assert.equal(all.parsed(), "");
  });
});

describe("the trees that are kept, where the host comes with another file", () => {
  it("stay, as long as none was let go", () => {
    const all = treesIn({ ...modules(300), "host.js": "", "host2.js": "" });
    ask(all, 0, 300);
    all.host("host.js");
    all.parsed();
    ask(all, 0, 300);
    assert.equal(all.parsed(), "");
  });
  it("are all let go once, where some were: the others may hold them", () => {
    const all = treesIn({ ...modules(401), "host.js": "", "host2.js": "" });
    ask(all, 0, 401);
    all.host("host.js");
    all.parsed();
    ask(all, 399, 401);
    assert.equal(all.parsed(), "399.js 400.js");
    all.host("host2.js");
    ask(all, 399, 401);
    assert.equal(all.parsed(), "");
  });
  it("stay while a file of the host comes once more", () => {
    const all = treesIn({ ...modules(401), "host.js": "" });
    const file = all.host("host.js");
    ask(all, 0, 401);
    all.parsed();
    all.trees.adopt("/home/host.js", file);
    ask(all, 399, 401);
    assert.equal(all.parsed(), "");
  });
});
