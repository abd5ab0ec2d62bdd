import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const lab = join(import.meta.dirname, "../run.ts");
const tsx = import.meta.resolve("tsx");
const run = promisify(execFile);

const failure = (...args: string[]) =>
  run(process.execPath, ["--import", tsx, lab, ...args]).then(
    () => assert.fail(args.join(" ")),
    (error: { code: number; stderr: string }) => error,
  );

describe("npm run lab", function () {
  this.timeout(30_000);

  it("says once what it could not run and why where there are no namespaces, and counts nothing", async () => {
    const { stdout } = await run(process.execPath, ["--import", tsx, lab], {
      env: { ...process.env, PATH: "/nowhere" },
    });
    const lines = stdout.trim().split("\n");
    assert.equal(lines.length, 2);
    assert.match(lines[0] as string, /^The \d+ experiments were not run: .+\.$/);
    assert.equal(lines[1], "0 passed, 0 failed");
  });

  it("tells a fact that does not exist from one that has no experiment", async () => {
    const unknown = await failure("--fact", "no-such-fact");
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /no fact is called "no-such-fact"/);
    assert.match((await failure("--fact", "uws-shares-by-default")).stderr, /comes from a source/);
  });

  for (const [args, what] of [
    [["--nope"], "Unknown option '--nope'"],
    [["--fact"], "Option '--fact <value>' argument missing"],
    [["--fact", "--here"], "Option '--fact' argument missing"],
    [["extra"], "Unexpected argument 'extra'"],
  ] as const)
    it(`answers ${args.join(" ")} in one line`, async () => {
      const { code, stderr } = await failure(...args);
      assert.deepEqual([code, stderr], [2, `npm run lab: ${what}; npm run lab -- --help tells what there is\n`]);
    });
});
