import assert from "node:assert/strict";
import fc from "fast-check";
import { checkMessages } from "../../../server/src/lint/messages.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { rules } from "../../src/rules/index.ts";
import { inMemory } from "../program/tree.ts";
import { PATIENCE, SEEDED, ruleNames, runs, textOf } from "./check.ts";
import { programs, type Program } from "./grammar.ts";
import { read } from "./marks.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));
const PACKAGE: object = { type: "module", scripts: { start: "node app.mjs" } };

/** The two files of a program that is split behind its first declaration of its own; null where it has none that may go. */
function split({ statements, path }: Program): Record<string, string> | null {
  if (!path.endsWith(".mjs")) return null;
  const top = statements.findIndex((each) => each.startsWith("const settings")) + 1;
  const own = statements.slice(top);
  const at = own.findIndex((each) => DECLARATION.test(each));
  const name = DECLARATION.exec(own[at] ?? "")?.[1];
  // An option that the constructor ignores is said there alone, and of the listen too where that stands in another file.
  if (name === undefined || own[at]?.includes("«no-ignored-socket-option|")) return null;
  const parts = [...statements.slice(0, top), `export ${own[at]}`];
  const rest = [`import { ${name} } from "./parts.mjs";`, ...statements.slice(0, top), ...own.toSpliced(at, 1)];
  return {
    "package.json": JSON.stringify(PACKAGE),
    "app.mjs": read(textOf({ statements: rest })).text,
    "parts.mjs": read(textOf({ statements: parts })).text,
  };
}

/** What a program keeps: a server, its options, a port, or a function that makes one of them. */
const DECLARATION =
  /^(?:const|(?:async )?function) ((?:server|srv|httpd|gateway|a|\$it|_inner|übergang|first|parts|build|where|PORT|port)(?![\w$]))/u;

function found(files: Record<string, string>): string[] {
  const own = projectsOf(parseFile, inMemory("/project", { ...files, ".git/HEAD": "" }));
  return ruleNames(
    ["app.mjs", "parts.mjs"].flatMap((path) =>
      checkMessages({
        text: files[path] as string,
        path,
        settings: { host: {}, hostName: "portreuse", package: PACKAGE },
        levels,
        program: { filename: `/project/${path}`, runs: () => own.of(`/project/${path}`, "/project") },
      }),
    ),
  );
}

describe(`generated programs of one file, split in two ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("keep their findings", () => {
    let tried = 0;
    fc.assert(
      fc.property(programs, (program) => {
        const files = split(program);
        if (!files) return;
        tried++;
        const expected = read(textOf(program)).expected.map(({ rule }) => `portreuse/${rule}`);
        assert.deepEqual(found(files), expected.sort(), `${files["app.mjs"]}\n--- parts.mjs\n${files["parts.mjs"]}`);
      }),
      runs(400),
    );
    assert.ok(tried > 0, "none could be split");
  });
});
