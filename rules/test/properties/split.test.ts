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
/** A program in two files, and what starts it. */
interface Split {
  package: object;
  /** Texts by path: package.json, the file that is started, and the other one. */
  files: Record<string, string>;
  code: readonly string[];
}

/** How a file of a kind takes a name from the other one, and how that one gives it away. */
const KINDS: Readonly<
  Record<string, { take: (name: string) => string; give: (name: string, own: string) => string[] }>
> = {
  ".mjs": {
    take: (name) => `import { ${name} } from "./parts.mjs";`,
    give: (_, own) => [`export ${own}`],
  },
  ".cjs": {
    take: (name) => `const { ${name} } = require("./parts.cjs");`,
    give: (name, own) => [own, `module.exports = { ${name} };`],
  },
  ".ts": {
    take: (name) => `import { ${name} } from "./parts.js";`,
    give: (name, own) => [own, `export { ${name} };`],
  },
};

/** A program split behind its first declaration of its own; null where it has none that may go. */
function split({ statements, path }: Program): Split | null {
  const extension = path.slice(path.lastIndexOf("."));
  const { take, give } = KINDS[extension] as (typeof KINDS)[string];
  const top = statements.findIndex((each) => each.startsWith("const settings")) + 1;
  const own = statements.slice(top);
  const at = own.findIndex((each) => DECLARATION.test(each));
  const name = DECLARATION.exec(own[at] ?? "")?.[1];
  // An option that the constructor ignores is said there alone, and of the listen too where that stands in another file.
  if (name === undefined || own[at]?.includes("«no-ignored-socket-option|")) return null;
  const parts = [...statements.slice(0, top), ...give(name, own[at] as string)];
  const rest = [take(name), ...statements.slice(0, top), ...own.toSpliced(at, 1)];
  const code = [`app${extension}`, `parts${extension}`] as const;
  const pkg = { type: "module", scripts: { start: `node ${code[0]}` } };
  return {
    package: pkg,
    code,
    files: {
      "package.json": JSON.stringify(pkg),
      [code[0]]: read(textOf({ statements: rest })).text,
      [code[1]]: read(textOf({ statements: parts })).text,
    },
  };
}

/** What a program keeps: a server, its options, a port, or a function that makes one of them. */
const DECLARATION =
  /^(?:const|(?:async )?function) ((?:server|srv|httpd|gateway|a|\$it|_inner|übergang|first|parts|build|where|PORT|port)(?![\w$]))/u;

function found({ files, code, package: pkg }: Split): string[] {
  const own = projectsOf(parseFile, inMemory("/project", { ...files, ".git/HEAD": "" }));
  return ruleNames(
    code.flatMap((path) =>
      checkMessages({
        text: files[path] as string,
        path,
        settings: { host: {}, hostName: "portreuse", package: pkg },
        levels,
        program: { filename: `/project/${path}`, runs: () => own.of(`/project/${path}`, "/project") },
      }),
    ),
  );
}

describe(`generated programs of one file, split in two ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("keep their findings", () => {
    const tried = new Set<string>();
    fc.assert(
      fc.property(programs, (program) => {
        const parts = split(program);
        if (!parts) return;
        tried.add(parts.code[0] as string);
        const expected = read(textOf(program)).expected.map(({ rule }) => `portreuse/${rule}`);
        const shown = Object.entries(parts.files).map(([path, text]) => `--- ${path}\n${text}`);
        assert.deepEqual(found(parts), expected.sort(), shown.join(""));
      }),
      runs(800),
    );
    assert.deepEqual([...tried].sort(), ["app.cjs", "app.mjs", "app.ts"], "what could be split");
  });
});
