import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** The entry that the extension host calls: runs the tests of this bundle and leaves their results in a file. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "min" });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, "", mocha);
  await import("./extension.test.ts");
  const results: { title: string; error?: string }[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", (test) => results.push({ title: test.fullTitle() }))
      .on("fail", (test, error: Error) =>
        results.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
      );
  });
  writeFileSync(process.env["PORTREUSE_RESULTS"] ?? "results.json", JSON.stringify(results));
}
