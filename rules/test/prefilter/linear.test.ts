import assert from "node:assert/strict";
import { exchangesAgent } from "../../src/prefilter/agent-text.ts";
import { writesClientOption } from "../../src/prefilter/client-text.ts";
import { mayServeObject } from "../../src/prefilter/served-text.ts";
import { mayHaveSites } from "../../src/prefilter.ts";

/** Texts of about as many characters in which much begins and nothing comes of it. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  "exports one in another": (size) => `fetch,\n${"export default {".repeat(size / 16)}`,
  "exports of CommonJS one in another": (size) => "module.exports={fetch,".repeat(size / 22),
  "one name that is exported again and again": (size) => `fetch, a={${"export default a;".repeat(size / 17)}`,
  "one name with many values": (size) => `fetch, export default a;${"a={".repeat(size / 3)}`,
  "methods one in another": (size) => "fetch(".repeat(size / 6),
  "spaces behind an option": (size) => `.localAddress${" ".repeat(size)}`,
  "comments that nobody closes": (size) => ".localAddress/*d".repeat(size / 16),
  "spaces before a global": (size) => `x${" ".repeat(size)}.Bun `,
  "spaces before a word": (size) => `${" ".repeat(size)}port`,
  "comments before a module": (size) => `x${"/**/".repeat(size / 4)}"express"`,
  "agents that nobody uses": (size) => `import "http";${"(new Agent".repeat(size / 10)}`,
  "names before an agent": (size) => `import "http";${"a.".repeat(size / 4)}agent=new ${"a.".repeat(size / 4)}Agent `,
  "spaces behind the agent of a program": (size) => `http.globalAgent${" ".repeat(size)}`,
  "quotes behind the agent of a program": (size) => `globalAgent${"']".repeat(size / 2)}`,
  "modules that nobody loads": (size) => '"ws"'.repeat(size / 4),
};

/** CPU milliseconds of a text of that size; what grows with the square takes a minute. */
const SIZE = 320_000;
const MOST_TIME = 2_000;

describe("a look at a text before it is parsed", () => {
  for (const [name, text] of Object.entries(TEXTS))
    it(`takes no longer than the text is long: ${name}`, () => {
      const given = text(SIZE);
      const start = process.cpuUsage();
      mayHaveSites(given);
      mayServeObject(given);
      writesClientOption(given);
      exchangesAgent(given);
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1000 < MOST_TIME, `${(user + system) / 1000} ms`);
    });

  it("lets a text through in which it would read too much", () =>
    assert.equal(mayServeObject(TEXTS["exports one in another"]!(SIZE)), true));
});
