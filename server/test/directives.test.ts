import assert from "node:assert/strict";
import { recommendedLevels } from "../src/lint/levels.ts";
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
});
