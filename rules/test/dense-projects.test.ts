import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { denseProjects } from "./dense-projects.ts";
import { denseQuestions } from "./dense-questions.ts";
import { tree } from "./program/tree.ts";

describe("projects in which many ways lead from one file to another", () => {
  /** A check that does not end would keep the tests from going on. */
  let child: ChildProcess;
  before(() => {
    child = fork(fileURLToPath(new URL("dense-projects-child.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  });
  after(() => child.kill());

  for (const [what, [project, port]] of Object.entries({ ...denseProjects, ...denseQuestions }))
    it(`are checked to the end: ${what}`, async () => {
      const modules = Object.keys(project).filter((path) => /^src\/.*\.[jt]s$/.test(path));
      // The one with the listen comes first.
      const paths = modules.sort((a, b) => Number(b.startsWith("src/server.")) - Number(a.startsWith("src/server.")));
      child.send({ cwd: tree(project), paths });
      const [{ ports, wrong }] = (await once(child, "message")) as [{ ports: (number | null)[]; wrong: string[] }];
      assert.deepEqual(wrong, []);
      assert.equal(ports[0], port);
    }).timeout(60_000);
});
