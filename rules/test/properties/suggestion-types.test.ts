import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { PATIENCE, SEEDED, check, runs, textOf } from "./check.ts";
import { programs } from "./grammar.ts";
import { read } from "./marks.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};

/** What generated programs take for given. */
const GIVEN = new Map([
  [`${ROOT}generated-given.d.ts`, "declare function readSettings(): any;\ndeclare var emitter: any;\n"],
]);

/** What TypeScript says of texts that lie in the root of this project, where @types/node is found: code and message, by name. */
function saidOf(given: ReadonlyMap<string, string>): Map<string, string[]> {
  const texts = new Map([...GIVEN, ...given]);
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, options, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, options, ...rest)
      : ts.createSourceFile(name, text, options, true);
  };
  host.getCurrentDirectory = () => ROOT;
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return new Map(
    [...texts.keys()].map((name) => {
      const file = program.getSourceFile(name);
      const all = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const words = all.map((each) => `${each.code} ${ts.flattenDiagnosticMessageText(each.messageText, " ")}`);
      // Where something is wrong with an object before and after, its type has one property more in what is said.
      return [name, words.map((each) => each.replace(/'\{[^']*\}'/g, "'{ … }'"))];
    }),
  );
}

describe(`suggestions in generated programs, as TypeScript and @types/node see them ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("make no mistake that was not there", () => {
    const { numRuns, seed } = runs(60);
    const texts = new Map<string, string>();
    const pairs: { before: string; after: string; title: string }[] = [];
    for (const [i, program] of fc.sample(programs, { numRuns, seed }).entries()) {
      const { text } = read(textOf(program));
      const path = (what: string) => `${ROOT}generated-${i}-${what}-${program.path}`;
      for (const message of check(text, program.path))
        for (const [j, { desc, fix }] of (message.suggestions ?? []).entries()) {
          const [before, after] = [path("before"), path(`${pairs.length}-${j}`)];
          texts.set(before, text);
          texts.set(after, text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]));
          pairs.push({ before, after, title: desc });
        }
    }
    const said = saidOf(texts);
    assert.ok(pairs.length > 20, `only ${pairs.length} suggestions`);
    assert.ok(
      pairs.some(({ before }) => said.get(before)?.length === 0),
      "every program has mistakes of its own",
    );
    for (const { before, after, title } of pairs) {
      const known = said.get(before) as string[];
      const added = (said.get(after) as string[]).filter((each) => !known.includes(each));
      assert.deepEqual(added, [], `${title}\n${texts.get(after)}`);
    }
  });

  it("that are wrong are noticed", () => {
    const path = `${ROOT}wrong.mts`;
    const text = 'import net from "node:net";\nnet.createServer({ allowHalfOpen: "x" }).listen(3000);\n';
    assert.match(
      saidOf(new Map([[path, text]]))
        .get(path)
        ?.join("\n") ?? "",
      /^2\d{3} /m,
    );
  });
});
