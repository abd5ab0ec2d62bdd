import assert from "node:assert/strict";
import { rules } from "../../rules/src/rules/index.ts";
import { checkMessages } from "../src/lint/messages.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
const SERVER = 'import http from "node:http";\nconst s = http.createServer();\n';
const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

const check = (text: string) =>
  checkMessages({
    text,
    path: "src/a.js",
    settings: { host: {}, hostName: "portreuse", package: null },
    levels,
  });

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Seconds of the processor; two are allowed on an idle machine, and one that is not is slower at everything. */
const MOST_SECONDS = 6;

/** What a text is, how it is made, and what is said of it. */
const TEXTS: readonly (readonly [name: string, text: () => string, said: RegExp])[] = [
  ["100,000 nested parentheses", () => `${LISTEN}${"(".repeat(1e5)}1${")".repeat(1e5)}`, /nested too deep/],
  ["100,000 nested blocks", () => `${LISTEN}${"{".repeat(1e5)}${"}".repeat(1e5)}`, /nested too deep/],
  ["200,000 calls in a chain", () => `${LISTEN}x${".a()".repeat(2e5)}`, /too large|nested too deep/],
  ["20,000 nested arrow functions", () => `${LISTEN}x = ${"a => ".repeat(2e4)}1`, /nested too deep/],
  ["a string of 20 MB in one line", () => `${LISTEN}x = "${"a".repeat(2e7)}"`, /port 3000/],
  ["code of 20 MB in one line", () => `${LISTEN}${"x=1;".repeat(5e6)}`, /too large to be checked/],
  ["a comment of 20 MB", () => `${LISTEN}/*${"*".repeat(2e7)}*/`, /too large to be checked/],
  ["spaces of 20 MB", () => `${LISTEN}${" ".repeat(2e7)}x`, /port 3000/],
  ["NUL bytes", () => `${LISTEN}${"\0".repeat(1e5)}`, /Unexpected character/],
  ["lone surrogates", () => `${LISTEN}x = "${"\ud800".repeat(1e5)}"`, /port 3000/],
  ["bytes that are not UTF-8", () => `${LISTEN}x = "${Buffer.alloc(1e5, 0xff).toString("utf8")}"`, /port 3000/],
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
    "1,000 connections",
    () =>
      `import net from "node:net";\n${lines(1000, () => 'net.connect({ port: 1, localAddress: "192.0.2.1", localPort: 5 });')}`,
    /local port 5/,
  ],
];

describe("hostile files", function () {
  this.timeout(120_000);
  before(() => void check(LISTEN));

  for (const [name, text, said] of TEXTS)
    it(`end soon, in findings or in one line that says why not: ${name}`, () => {
      const given = text();
      const before = process.cpuUsage();
      const messages = check(given);
      const { user, system } = process.cpuUsage(before);
      assert.match(messages[0]?.message ?? "", said);
      const seconds = (user + system) / 1e6;
      if (process.env["HOSTILE_TIMES"]) console.log(`${name}: ${seconds.toFixed(2)} s`);
      assert.ok(seconds < MOST_SECONDS, `${seconds} seconds`);
    });
});
