import assert from "node:assert/strict";
import type { Message } from "../src/lint/messages.ts";
import { LISTEN, run, withFiles } from "./cli.ts";

interface Result {
  filePath: string;
  messages: Message[];
}

/** Each file's findings as `line:column rule`. */
async function findings(
  files: Readonly<Record<string, string | Buffer>>,
  ...args: string[]
): Promise<Record<string, string[]>> {
  return withFiles(files, async (cwd) => {
    const { code, out, err } = await run(cwd, "check", "--format", "json", "--include-generated", ...args);
    assert.equal(err, "");
    const results = (JSON.parse(out) as Result[]).filter((each) => each.messages.length > 0);
    const errors = results.flatMap((each) => each.messages).filter((each) => each.severity === 2);
    assert.equal(code, errors.length > 0 ? 1 : 0);
    return Object.fromEntries(
      results.map(({ filePath, messages }) => [
        filePath.slice(cwd.length + 1),
        messages.map(
          (each) => `${each.line}:${each.column} ${each.ruleId?.slice("portreuse/".length) ?? each.message}`,
        ),
      ]),
    );
  });
}

describe("input of all kinds", () => {
  it("an unparsable file is one finding with its place, and the others are still checked", async () => {
    const found = await findings({ "a.mjs": LISTEN, "b.mjs": `${LISTEN}if (`, "c.mjs": LISTEN });
    assert.deepEqual(Object.keys(found), ["a.mjs", "b.mjs", "c.mjs"]);
    assert.equal(found["b.mjs"]?.length, 1);
    assert.match(found["b.mjs"]?.[0] ?? "", /^3:5 Parsing error: /);
  });

  it("an empty file and a binary one hold nothing", async () =>
    assert.deepEqual(
      await findings({
        "empty.js": "",
        "space.ts": " \n",
        "video.ts": Buffer.concat([Buffer.from(LISTEN), Buffer.from([0, 0x47, 0xff, 0])]),
      }),
      {},
    ));

  it("a binary file that is named is told", () =>
    withFiles({ "a.mjs": LISTEN, "video.ts": Buffer.from([0x47, 0, 0xff]) }, async (cwd) => {
      const { code, out, err } = await run(cwd, "check", "a.mjs", "video.ts");
      assert.deepEqual([code, err], [0, "portreuse: video.ts is binary, it holds a zero byte; it was not checked.\n"]);
      assert.match(out, /in 1 file\n$/);
    }));

  it("UTF-16 is read where a byte order mark says so, in both byte orders", async () => {
    const little = Buffer.from(`\uFEFF${LISTEN}`, "utf16le");
    assert.deepEqual(await findings({ "little.mjs": little, "big.mjs": Buffer.from(little).swap16() }), {
      "big.mjs": ["2:21 require-reuse-option"],
      "little.mjs": ["2:21 require-reuse-option"],
    });
  });

  it("bytes that are no UTF-8 do no harm", async () =>
    assert.deepEqual(
      await findings({ "a.mjs": Buffer.concat([Buffer.from(LISTEN), Buffer.from('// "\xe9\xff"\n', "latin1")]) }),
      { "a.mjs": ["2:21 require-reuse-option"] },
    ));

  it("a byte order mark and Windows line ends move no place", async () => {
    const windows = LISTEN.replaceAll("\n", "\r\n");
    assert.deepEqual(
      await findings({
        "a.mjs": `\uFEFF${LISTEN}`,
        "b.mjs": windows,
        "c.mjs": `\uFEFF${windows}`,
        "d.mjs": `\uFEFF${LISTEN.replace("\n", " ")}`,
      }),
      {
        "a.mjs": ["2:21 require-reuse-option"],
        "b.mjs": ["2:21 require-reuse-option"],
        "c.mjs": ["2:21 require-reuse-option"],
        "d.mjs": ["1:51 require-reuse-option"],
      },
    );
  });

  it("a hashbang, with and without a file extension", async () => {
    assert.deepEqual(
      await findings({
        "a.mjs": `#!/usr/bin/env node\n${LISTEN}`,
        "b.cjs": '#!/usr/bin/env node\nrequire("http").createServer().listen(3000);\n',
      }),
      {
        "a.mjs": ["3:21 require-reuse-option"],
        "b.cjs": ["2:32 require-reuse-option"],
      },
    );
    assert.deepEqual(
      await findings({ "bin/www": '#!/usr/bin/env node\nrequire("http").createServer().listen(3000);\n' }, "bin/www"),
      { "bin/www": ["2:32 require-reuse-option"] },
    );
  });

  it("JSX, in each file that may hold it", async () => {
    const jsx = `${LISTEN}export const a = <div className="x">{1}</div>;\n`;
    const found = ["2:21 require-reuse-option"];
    assert.deepEqual(await findings({ "a.js": jsx, "b.jsx": jsx, "c.tsx": jsx, "d.mjs": jsx }), {
      "a.js": found,
      "b.jsx": found,
      "c.tsx": found,
      "d.mjs": found,
    });
  });

  it("type assertions in angle brackets", async () =>
    assert.deepEqual(await findings({ "a.ts": `${LISTEN}const a = <any>1;\n` }), {
      "a.ts": ["2:21 require-reuse-option"],
    }));

  it("decorators, of classes, members and parameters", async () =>
    assert.deepEqual(
      await findings({
        "a.ts": `${LISTEN}declare const d: any;\n@d() class A { @d x = 1; @d() m(@d() p: number) { return p; } constructor(@d private readonly q: string) {} }\nexport default @d class {}\n`,
      }),
      {
        "a.ts": ["2:21 require-reuse-option"],
      },
    ));

  it("await at the top level and in scripts, return outside of functions, octals and with in sloppy code", async () =>
    assert.deepEqual(
      await findings({
        "a.mjs": 'import http from "node:http";\nawait 1;\nhttp.createServer().listen(3000);\n',
        "b.js": 'const http = require("http");\nawait 1;\nhttp.createServer().listen(3000);\n',
        "c.cjs":
          'const http = require("http");\nif (!http) return;\nhttp.createServer().listen(3000);\nwith (http) { 010; }\n',
      }),
      {
        "a.mjs": ["3:21 require-reuse-option"],
        "b.js": ["3:21 require-reuse-option"],
        "c.cjs": ["3:21 require-reuse-option"],
      },
    ));

  it("declarations hold no calls", async () =>
    assert.deepEqual(
      await findings({
        "a.d.ts":
          "export interface Options { localAddress?: string; reusePort?: boolean }\ndeclare class Server { listen(port: number, reusePort?: boolean): this }\ndeclare function createSocket(o: { reuseAddr: true }): void;\n",
        "b.d.mts": 'declare module "x" { export function listen(localAddress: 3000): void; }\n',
      }),
      {},
    ));

  it("minified code, on one line, in bounded time; of 5 MB no more than a line, for it would take too much memory", async function () {
    this.timeout(60_000);
    const unit = `function a(b,c){var d=b?c:[b,{e:c,f:function(){return b.on("x",c),c(b)||d}}];for(var g=0;g<d.length;g++)d[g]&&d[g].call(a,g);return "${"M0 0h24v24H0z".repeat(40)}"}`;
    const minified = (units: number) => `${unit.repeat(units)}require("http").createServer(a).listen(3000);`;
    const [three, five] = [minified(4700), minified(8000)];
    assert.ok(three.length > 3e6 && five.length > 5e6);
    const found = await findings({ "three.js": three, "five.js": five });
    assert.deepEqual(found["three.js"], [`1:${three.indexOf("listen(") + 1} require-reuse-option`]);
    assert.deepEqual(found["five.js"], [
      "1:1 Parsing error: the code is too large to be checked, it has more than 500,000 words and signs",
    ]);
  });

  it("code nested deeper than any stack is told in a sentence, once", async () => {
    const found = await findings({
      "a.mjs": `${LISTEN}const a = ${"[".repeat(50_000)}${"]".repeat(50_000)};\n`,
      "b.mjs": LISTEN,
    });
    assert.deepEqual(found, {
      "a.mjs": ["1:1 Parsing error: the code is nested too deep to be parsed"],
      "b.mjs": ["2:21 require-reuse-option"],
    });
  });

  it("long chains of operators and calls are followed, or told", async () => {
    for (const deep of [`const b = ${"1+".repeat(50_000)}1;`, `const c = d${".e()".repeat(20_000)};`]) {
      const { "a.mjs": found } = await findings({ "a.mjs": `${LISTEN}${deep}\n` });
      assert.ok(
        found?.length === 1 && / require-reuse-option$|nested too deep/.test(found[0] as string),
        String(found),
      );
    }
  });
});
