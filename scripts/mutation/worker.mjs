// One process that tries mutants, one after another. It ends with code 3 where a mutant has left something behind, so that what follows
// would not be judged rightly; the caller starts another.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dryRun, load, runWith } from "./tests.mjs";

/** Ends the process once the message is out. */
const leave = (message, code) => process.send(message, () => process.exit(code));

process.once("message", async ({ files, about, plan }) => {
  const suite = await load(files);
  if (!existsSync(plan)) {
    const seen = await dryRun(suite);
    writeFileSync(plan, JSON.stringify(seen));
  }
  const { reached, times, loading } = JSON.parse(readFileSync(plan, "utf8"));
  const atLoading = new Set(loading);
  process.send({ ready: true });
  const mutants = await new Promise((resolve) => process.once("message", resolve));
  const narrow = new Map(about);
  const meets = (test, file) => {
    const { file: from } = suite.tests[Number(test)];
    // What is said once a process cannot be tested twice in one.
    if (suite.tests[Number(test)].fullTitle().startsWith("settings in ESLint")) return false;
    return times[Number(test)] !== undefined && !(narrow.has(from) && !new RegExp(narrow.get(from)).test(file));
  };
  for (const { id, file, again } of mutants) {
    const entry = reached[id];
    const chosen = new Set(entry?.tests.filter((test) => meets(test, file)));
    // A test that loads the modules anew reaches all that runs then, and looks at none of it.
    if (chosen.size === 0 || (chosen.size === 1 && atLoading.has(id))) {
      process.send({ id, status: atLoading.has(id) ? "static" : "no coverage", tests: chosen.size });
      continue;
    }
    const expected = [...chosen].reduce((sum, test) => sum + times[Number(test)], 0);
    process.send({ id, expected });
    const { failed, hits } = await runWith(suite, id, chosen, times, entry.hits * 100 + 1000);
    const tests = chosen.size;
    if (!failed && hits === 0 && !again) return leave({ id, status: "again", why: "not reached" }, 3);
    if (!failed) {
      process.send({ id, status: "survived", tests, hits, usual: entry.hits });
      continue;
    }
    // The same test without the mutant: where it fails too, something is left behind.
    const one = suite.ids.get(failed.test);
    const clean = one === undefined || !(await runWith(suite, undefined, new Set([one]), times)).failed;
    const by = failed.test.fullTitle();
    if (clean) process.send({ id, status: "killed", tests, by, error: failed.error });
    else if (again) return leave({ id, status: "killed", tests, by, error: failed.error }, 3);
    else return leave({ id, status: "again", why: by }, 3);
  }
  leave({ end: true }, 0);
});
