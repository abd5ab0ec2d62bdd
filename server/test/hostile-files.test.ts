import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { MOST_WORDS } from "../../rules/src/parse/size.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
const SERVER = 'import http from "node:http";\nconst s = http.createServer();\n';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Seconds of the processor; two are allowed on an idle machine, and one that is not is slower at everything. */
const MOST_SECONDS = 6;
/** Megabytes above what the process takes before it has the file. */
const MOST_MEMORY = 300;

/** A function as minifiers write it, of 98 words and signs. */
const minified = (i: number) =>
  `function f${i}(a,b){if(a.c(b)){var d=a.e[b]||{x:1,y:"some text of this program"};return new g(d,!0)}` +
  `for(var h=0;h<b.length;h++)a.i(b[h],function(j){return j.k&&j.l(h)});return null}`;

/** What a text is, how it is made, and what is said of it. */
const TEXTS: readonly (readonly [name: string, text: () => string | Buffer, said: RegExp])[] = [
  ["100,000 nested parentheses", () => `${LISTEN}${"(".repeat(1e5)}1${")".repeat(1e5)}`, /nested too deep/],
  ["100,000 nested blocks", () => `${LISTEN}${"{".repeat(1e5)}${"}".repeat(1e5)}`, /nested too deep/],
  ["200,000 calls in a chain", () => `${LISTEN}x${".a()".repeat(2e5)}`, /too large|nested too deep/],
  ["20,000 nested arrow functions", () => `${LISTEN}x = ${"a => ".repeat(2e4)}1`, /nested too deep/],
  ["a string of 20 MB in one line", () => `${LISTEN}x = "${"a".repeat(2e7)}"`, /port 3000/],
  ["code of 20 MB in one line", () => `${LISTEN}${"x=1;".repeat(5e6)}`, /too large to be checked/],
  [
    "the largest code that is admitted, minified",
    () => LISTEN + Array.from({ length: Math.floor(MOST_WORDS / 98) - 1 }, (_, i) => minified(i)).join(""),
    /port 3000/,
  ],
  ["a comment of 20 MB", () => `${LISTEN}/*${"*".repeat(2e7)}*/`, /too large to be checked/],
  ["spaces of 20 MB", () => `${LISTEN}${" ".repeat(2e7)}x`, /port 3000/],
  ["NUL bytes", () => `${LISTEN}${"\0".repeat(1e5)}`, /Unexpected character/],
  ["lone surrogates", () => `${LISTEN}x = "${"\ud800".repeat(1e5)}"`, /port 3000/],
  [
    "bytes that are not UTF-8",
    () => Buffer.concat([Buffer.from(`${LISTEN}x = "`), Buffer.alloc(1e5, 0xff), Buffer.from('"')]),
    /port 3000/,
  ],
  ["lone surrogates in names", () => `${LISTEN}x.${"\ud800".repeat(1e5)}`, /Expecting|Unexpected|identifier/],
  ["exports one in another", () => `fetch,\n${"export default {".repeat(2e4)}`, /nested too deep|Unexpected|export/],
  ["a million imports", () => LISTEN + lines(1e6, (i) => `import a${i} from "b${i}";`), /too large to be checked/],
  ["400,000 declarations of one name", () => `${LISTEN}${"var x;\n".repeat(4e5)}`, /too large to be checked/],
  ["100,000 declarations of one name", () => `${LISTEN}${"var x;\n".repeat(1e5)}`, /port 3000/],
  ["10,000 imports", () => LISTEN + lines(1e4, (i) => `import a${i} from "b${i}";`), /port 3000/],
  [
    "2,000 listens",
    () => `import http from "node:http";\n${lines(2000, (i) => `http.createServer().listen(${3000 + i});`)}`,
    /4000 calls in it make or use sockets/,
  ],
  [
    "500 listens on one port",
    () => `import http from "node:http";\n${lines(500, () => "http.createServer().listen(3000);")}`,
    /port 3000/,
  ],
  ["999 listens of one server", () => SERVER + lines(999, (i) => `if (a === ${i}) s.listen(3000);`), /port 3000/],
  [
    "a regular expression that takes for ever",
    () => `${SERVER}s.listen(/^(a+)+$/.test("${"a".repeat(60)}!") ? 3000 : 4000);`,
    /port 4000 \(the default\)|listens/,
  ],
  [
    "1,000 connections",
    () =>
      `import net from "node:net";\n${lines(1000, () => 'net.connect({ port: 1, localAddress: "192.0.2.1", localPort: 5 });')}`,
    /local port 5/,
  ],
];

interface Cost {
  /** The first one. */
  message: string;
  seconds: number;
  megabytes: number;
}

describe("hostile files", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "portreuse-"));
  const program = join(folder, "child.cjs");
  // In one file, as it is published: it starts sooner, and the loader's own memory does not count.
  before(() => {
    const entryPoints = [fileURLToPath(new URL("./hostile-child.ts", import.meta.url))];
    buildSync({
      entryPoints,
      outfile: program,
      bundle: true,
      platform: "node",
      format: "cjs",
      mainFields: ["module", "main"],
      logLevel: "error",
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, text, said] of TEXTS)
    it(`end soon and in little memory, in findings or in one line that says why not: ${name}`, () => {
      const given = text();
      // In UTF-8 there is no half of a character.
      const whole = typeof given !== "string" || given === Buffer.from(given).toString();
      const path = join(folder, whole ? "hostile.js" : "hostile.json");
      writeFileSync(path, whole ? given : JSON.stringify(given));
      const { stdout, stderr } = spawnSync(process.execPath, [program, path], { encoding: "utf8" });
      assert.equal(stderr, "");
      const { message, seconds, megabytes } = JSON.parse(stdout) as Cost;
      if (process.env["HOSTILE_COSTS"]) console.log(`${name}: ${seconds.toFixed(2)} s, ${megabytes.toFixed()} MB`);
      assert.match(message, said);
      assert.ok(seconds < MOST_SECONDS, `${seconds} seconds`);
      assert.ok(megabytes < MOST_MEMORY, `${megabytes} MB`);
    });
});
