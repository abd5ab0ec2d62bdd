import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { nodeProblem } from "../src/node-version.ts";

describe("the version of Node.js", () => {
  it("is good from the one that package.json names", () => {
    for (const good of ["20.19.0", "20.20.2", "22.0.0", "26.10.0-nightly"]) assert.equal(nodeProblem(good), null, good);
    for (const old of ["20.18.3", "18.20.8", "9.99.0"])
      assert.equal(nodeProblem(old), `Node.js 20.19 or later is needed, and this is ${old}.`);
  });

  for (const [file, name] of [
    ["cli", "portreuse"],
    ["server", "portreuse-language-server"],
  ] as const)
    it(`is said by ${name} in one line where it is too old`, () => {
      const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });';
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          ...["--import", "tsx", "--import", `data:text/javascript,${encodeURIComponent(older)}`],
          fileURLToPath(new URL(`../src/${file}.ts`, import.meta.url)),
          "--stdio",
        ],
        { encoding: "utf8", input: "" },
      );
      assert.deepEqual(
        [status, stdout, stderr],
        [2, "", `${name}: Node.js 20.19 or later is needed, and this is 18.20.8.\n`],
      );
    });
});
