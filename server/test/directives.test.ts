import assert from "node:assert/strict";
import { directivesOf } from "../src/lint/directives.ts";
import { recommendedLevels } from "../src/lint/levels.ts";
import { parseFile } from "../src/lint/parse.ts";
import { checkText } from "../src/lint/problems.ts";

const LISTEN = "server.listen(3000);";

/** The lines of the problems, from 1. Every listen is one of a server of its own. */
function lines(marked: string): number[] {
  let servers = 0;
  const text = marked.replaceAll("server.", () => `server${++servers}.`);
  const settings = { host: {}, hostName: "portreuse", package: null };
  return checkText({ text, path: "src/a.ts", settings, levels: recommendedLevels() }).map(
    ({ range: [start] }) => text.slice(0, start).split("\n").length,
  );
}

describe("disable comments", () => {
  it("reports without any", () => assert.deepEqual(lines(`${LISTEN}\n${LISTEN}`), [1, 2]));

  for (const tool of ["eslint", "oxlint", "portreuse"]) {
    describe(`of ${tool}`, () => {
      const rule = "portreuse/require-reuse-option";

      it("for a line and the next line", () => {
        assert.deepEqual(lines(`// ${tool}-disable-next-line ${rule} -- one copy\n${LISTEN}\n${LISTEN}`), [3]);
        assert.deepEqual(lines(`${LISTEN} // ${tool}-disable-line ${rule}\n${LISTEN}`), [2]);
        assert.deepEqual(lines(`${LISTEN} /* ${tool}-disable-line */\n${LISTEN}`), [2]);
      });

      it("from one comment to another", () => {
        assert.deepEqual(
          lines(`${LISTEN}\n/* ${tool}-disable ${rule} */\n${LISTEN}\n/* ${tool}-enable ${rule} */\n${LISTEN}`),
          [1, 5],
        );
        assert.deepEqual(lines(`/* ${tool}-disable */\n${LISTEN}`), []);
      });

      it("for other rules alone", () => {
        assert.deepEqual(
          lines(`// ${tool}-disable-next-line no-console, portreuse/no-mixed-reuse-port\n${LISTEN}`),
          [2],
        );
        assert.deepEqual(lines(`// ${tool}-disable-next-line no-console, ${rule}\n${LISTEN}`), []);
      });

      it("in a comment to the end of the line as the tool takes them", () => {
        assert.deepEqual(lines(`// ${tool}-disable\n${LISTEN}`), tool === "eslint" ? [2] : []);
        assert.deepEqual(lines(`// ${tool}-disable\n// ${tool}-enable\n${LISTEN}`), [3]);
      });

      it("by the short name in our own comments alone", () => {
        assert.deepEqual(
          lines(`// ${tool}-disable-next-line require-reuse-option\n${LISTEN}`),
          tool === "portreuse" ? [] : [2],
        );
      });

      it("not where it is part of another word", () => {
        assert.deepEqual(lines(`// ${tool}-disable-next-lines\n${LISTEN}`), [2]);
        assert.deepEqual(lines(`// see ${tool}-disable-next-line\n${LISTEN}`), [2]);
      });
    });
  }

  it("takes severities from ESLint's comment alone", () => {
    assert.deepEqual(lines(`/* eslint portreuse/require-reuse-option: "off" */\n${LISTEN}`), []);
    assert.deepEqual(lines(`// eslint portreuse/require-reuse-option: "off"\n${LISTEN}`), [2]);
    assert.deepEqual(lines(`/* portreuse require-reuse-option: "off" */\n${LISTEN}`), [2]);
  });

  describe("with names that no rule has", () => {
    /** What is said of a text, each behind the word that is underlined. */
    const unknown = (text: string) =>
      directivesOf(parseFile(text, "a.js")).unknown.map(
        ({ range, text: words }) => `${text.slice(...range)}: ${words}`,
      );
    const misspelt =
      'require-reuse-optoin: Unknown rule "require-reuse-optoin" in a comment. Did you mean require-reuse-option?';

    it("are said, with the nearest right one", () => {
      assert.deepEqual(unknown("// portreuse-disable-next-line require-reuse-optoin\nlisten();"), [misspelt]);
      for (const comment of [
        "// eslint-disable-line no-console, portreuse/require-reuse-optoin -- require-reuse-optoin",
        "/* oxlint-disable\n  portreuse/require-reuse-optoin */",
        "// portreuse-disable no-mixed-reuse-port, 'portreuse/require-reuse-optoin'",
      ])
        assert.deepEqual(unknown(`listen(); ${comment}`), [misspelt], comment);
      assert.deepEqual(unknown("// portreuse-disable disable"), [
        'disable: Unknown rule "disable" in a comment. "portreuse rules" lists all.',
      ]);
    });

    it("and so are misspelt comments of our own", () => {
      for (const [label, near] of [
        ["portreuse-disable-next-lin", "portreuse-disable-next-line"],
        ["portreuse-ignore-next-line", "portreuse-disable-next-line"],
        ["portreuse-ignore", "portreuse-disable"],
        ["portreuse-disabel-line", "portreuse-disable-line"],
        ["portreuse-enabled", "portreuse-enable"],
      ] as const)
        assert.deepEqual(
          unknown(`listen(); // ${label} require-reuse-option`),
          [`${label}: Unknown comment "${label}". Did you mean ${near}?`],
          label,
        );
      for (const other of ["portreuse-language-server --stdio", "portreuse-vscode", "see portreuse-disable-lin"])
        assert.deepEqual(unknown(`listen(); // ${other}`), [], other);
    });

    it("only where they are meant to be ours", () => {
      for (const comment of [
        "// eslint-disable-line no-consle, require-reuse-optoin",
        "// eslint-disable-line portreuse/valid-settings",
        "// portreuse-disable-next-line require-reuse-option -- require-reuse-optoin",
        "// portreuse-disable-next-line",
        "// the comment portreuse-disable-line require-reuse-optoin",
      ])
        assert.deepEqual(unknown(comment), [], comment);
    });
  });
});
