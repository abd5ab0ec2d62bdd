import assert from "node:assert/strict";
import fc from "fast-check";
import { transformSync } from "esbuild";
import { format } from "prettier";
import { runEslint } from "../hosts.ts";
import { PATIENCE, SEEDED, check, places, ruleNames, runs, stated, textOf } from "./check.ts";
import { noise, programs, type Program } from "./grammar.ts";
import { read } from "./marks.ts";

/** The rules that a program was made to break. */
function broken(program: Program): string[] {
  return read(textOf(program))
    .expected.map(({ rule }) => `portreuse/${rule}`)
    .sort();
}

describe(`generated programs of one file ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("have exactly the findings that they were made with", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { text, expected } = read(textOf(program));
        assert.deepEqual(places(check(text, program.path)), stated(text, expected), text);
      }),
      runs(1_000),
    );
  });

  it("have them in ESLint too", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { text, expected } = read(textOf(program));
        const fixture = {
          name: "generated",
          text,
          path: program.path,
          package: {},
          settings: {},
          options: {},
          expected: [],
        };
        assert.deepEqual(places(runEslint(fixture)), stated(text, expected), text);
      }),
      runs(120),
    );
  });

  it("keep them when they are formatted, quotes and all", async () => {
    const style = fc.record({
      singleQuote: fc.boolean(),
      quoteProps: fc.constantFrom("as-needed", "consistent", "preserve"),
      semi: fc.boolean(),
      printWidth: fc.constantFrom(20, 40, 80, 200),
      trailingComma: fc.constantFrom("none", "all"),
      arrowParens: fc.constantFrom("avoid", "always"),
    });
    await fc.assert(
      fc.asyncProperty(programs, style, async (program, options) => {
        const parser = program.path.endsWith(".ts") ? "typescript" : "babel";
        const text = await format(read(textOf(program)).text, { ...options, parser } as object);
        assert.deepEqual(ruleNames(check(text, program.path)), broken(program), text);
      }),
      runs(200),
    );
  });

  it("keep them when what does not matter stands elsewhere", () => {
    fc.assert(
      fc.property(programs, noise, fc.infiniteStream(fc.nat()), (program, more, where) => {
        const imports = program.statements.findIndex((each) => each.startsWith("const settings"));
        const names = (each: string) => /^(?:const|class|function|export const) (\w+)/.exec(each)?.[1] ?? each;
        const there = new Set(program.statements.map(names));
        const statements = [...program.statements];
        for (const each of more.filter((one) => !there.has(names(one)) && !one.startsWith("export"))) {
          const place = imports + 1 + ((where.next().value as number) % (statements.length - imports));
          statements.splice(place, 0, each);
        }
        const text = read(textOf({ statements })).text;
        assert.deepEqual(ruleNames(check(text, program.path)), broken(program), text);
      }),
      runs(300),
    );
  });

  it("keep them when they are compiled", () => {
    const how = fc.record({
      format: fc.constantFrom("cjs" as const, "esm" as const),
      minifyWhitespace: fc.boolean(),
      minifySyntax: fc.boolean(),
      target: fc.constantFrom("es2018", "es2022", "esnext"),
    });
    fc.assert(
      fc.property(programs, how, (program, options) => {
        const { text } = read(textOf(program));
        const topLevelAwait = /^(?:const|let) .*\bawait\b/m.test(text);
        // What a compiler makes of fields for engines that have none is not followed.
        if (options.target === "es2018" && text.includes("class Service")) return;
        if (topLevelAwait || /^import \w+ = /m.test(text)) return;
        const { code } = transformSync(text, { ...options, loader: program.path.endsWith(".ts") ? "ts" : "js" });
        const path = options.format === "cjs" || program.path.endsWith(".cjs") ? "app.cjs" : "app.mjs";
        assert.deepEqual(ruleNames(check(code, path)), broken(program), code);
      }),
      runs(300),
    );
  });

  it("break each of these rules in some, and are silent in others", () => {
    const all = fc.sample(programs, { numRuns: 2_000, seed: 1 }).map(broken);
    const seen = new Set(all.flat());
    assert.deepEqual([...seen].sort(), [
      "portreuse/no-bind-before-connect",
      "portreuse/no-fixed-local-port",
      "portreuse/no-ignored-socket-option",
      "portreuse/no-shared-ephemeral-udp-port",
      "portreuse/no-unguarded-reuse-port",
      "portreuse/no-unicast-reuse-addr",
      "portreuse/require-multicast-reuse-addr",
      "portreuse/require-reuse-option",
    ]);
    const silent = all.filter((each) => each.length === 0).length;
    assert.ok(silent > 500 && silent < 1_500, `${silent} of 2,000`);
  });
});
