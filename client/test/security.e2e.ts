import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../../server/test/hostile-project.ts";
import { CALLS, leaving, ofProcesses, trespasses, writtenBelow } from "../../server/test/strace-log.ts";
import { folderOf } from "./folders.ts";
import { editorReady, eventually, hoverOver, openQuickFixes, squiggles } from "./page.ts";
import { setup } from "./setup.ts";

const canTrace = process.platform === "linux" && spawnSync("strace", ["-V"]).status === 0;

/** Where a folder is trusted its ESLint configuration is run, and may do what it likes: there is none. */
const PLAIN = { "package.json": "{}", "src/app.ts": PROJECT["src/app.ts"] };

/** What Node.js keeps of code that it has compiled. */
const CACHE = /^\d+ +\w+\((?:AT_FDCWD, )?"[^"]*\/node-compile-cache[/"]/;

if (!canTrace) console.log("  skipped, for there is no strace: what the extension does, as strace sees it");
for (const trusted of [true, false]) {
  const describeIt = canTrace ? describe : describe.skip;
  describeIt(`the extension in ${trusted ? "a trusted" : "an untrusted"} folder, as strace sees it`, function () {
    this.timeout(240_000);
    const logs = mkdtempSync(join(tmpdir(), "portreuse-strace-"));
    const log = join(logs, "log");
    const what = ["-e", `${CALLS},clone,clone3,fork,vfork`, "-e", "signal=none", "-o", log];
    const under = ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "400", ...what];
    const { page, open, folder } = setup({ trusted, under, variables: { PLANTED: logs } }, () =>
      folderOf(trusted ? PLAIN : PROJECT),
    );
    let calls: string[] = [];
    const ours = () => ofProcesses(calls, (line) => /portreuse[^"]*\/server\/dist\/[^"]*"/.test(line));

    before(async () => {
      await open(["src/app.ts"]);
      await editorReady(page());
      await squiggles(page()).first().waitFor({ timeout: 60_000 });
      await hoverOver(page(), squiggles(page()).first(), /bind\(/);
      assert.notDeepEqual(await openQuickFixes(page(), squiggles(page()).first()), []);
      // The scan of the folder asks Git which files are ignored.
      await eventually(30_000, "the folder to be scanned", () => {
        calls = readFileSync(log, "utf8").split("\n");
        return Promise.resolve(ours().some((line) => /execve\("[^"]*\/git"/.test(line)));
      });
    });
    after(() => rmSync(logs, { recursive: true }));

    it("reaches no other machine", () => {
      assert.ok(calls.some((line) => /accept|connect|bind/.test(line)));
      assert.deepEqual(leaving(calls), []);
    });

    it("has a server that opens no connection, writes nothing but a cache, and runs no program but Git", () => {
      assert.ok(ours().length > 20, `${ours().length} lines of ${calls.length}`);
      assert.deepEqual(
        trespasses(ours()).filter((line) => !CACHE.test(line)),
        [],
      );
    });

    it("writes nothing into the folder, and loads nothing out of it", () => {
      assert.deepEqual(writtenBelow(folder().path, calls), []);
      assert.equal(existsSync(join(logs, "loaded")), false);
    });
  });
}
