import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const lab = join(import.meta.dirname, "../../lab/run.ts");
const tsx = import.meta.resolve("tsx");
const run = promisify(execFile);

describe("npm run lab", function () {
  this.timeout(30_000);

  it("says once what it could not run and why where there are no namespaces, and counts nothing", async () => {
    const { stdout } = await run(process.execPath, ["--import", tsx, lab], { env: { ...process.env, PATH: "/nowhere" } });
    const lines = stdout.trim().split("\n");
    assert.equal(lines.length, 2);
    assert.match(lines[0] as string, /^The \d+ experiments were not run: .+\.$/);
    assert.equal(lines[1], "0 passed, 0 failed");
  });

  it("tells a fact that does not exist from one that has no experiment", async () => {
    const attempt = (id: string) => run(process.execPath, ["--import", tsx, lab, "--fact", id]).then(() => assert.fail(id), (error: { code: number; stderr: string }) => error);
    const unknown = await attempt("no-such-fact");
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /no fact is called no-such-fact/);
    assert.match((await attempt("uws-shares-by-default")).stderr, /comes from a source/);
  });
});
