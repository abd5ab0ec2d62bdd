import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LISTEN, withFiles } from "./cli.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const MANY = 1_000_000;
/** Megabytes that the process may take at most. */
const MOST_MEMORY = 2_000;

/** Says at the end what the process took. */
const COSTS = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => console.error("took", process.resourceUsage().maxRSS, process.cpuUsage().user))',
)}`;

describe("hostile projects, at length", function () {
  this.timeout(3_600_000);

  it("with a directory of a million files are checked", () =>
    withFiles({ "a.mjs": LISTEN }, (cwd) => {
      mkdirSync(join(cwd, "many"));
      for (let i = 0; i < MANY; i++) writeFileSync(join(cwd, `many/f${i}.mjs`), "");
      const start = Date.now();
      const loader = ["--import", import.meta.resolve("tsx"), "--import", COSTS];
      const { stdout, stderr } = spawnSync(process.execPath, [...loader, CLI, "check"], { cwd, encoding: "utf8" });
      const [, kilobytes, microseconds] = /^took (\d+) (\d+)$/m.exec(stderr) ?? [];
      const megabytes = Math.round(Number(kilobytes) / 1024);
      console.log(
        `    ${(Date.now() - start) / 1000} s, ${Number(microseconds) / 1e6} s of the processor, ${megabytes} MB`,
      );
      assert.match(stdout, new RegExp(`in ${MANY + 1} files`));
      assert.match(stdout, /port 3000/);
      assert.ok(megabytes < MOST_MEMORY, `${megabytes} MB`);
    }));
});
