// npm run new-rule NAME "Description": makes the files of a new rule, registers it, and writes the generated parts of its page.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { newRule } from "./generate/new-rule.ts";

const [name, description] = process.argv.slice(2);
if (name === undefined || description === undefined) {
  if (name !== undefined) console.error(`There is no description of ${name}.`);
  console.error(
    'Usage: npm run new-rule NAME "Disallow what the rule reports", such as no-such-thing "Disallow such a thing"',
  );
  process.exitCode = 2;
} else {
  try {
    for (const path of newRule(join(import.meta.dirname, ".."), { name, description })) console.log(`Wrote ${path}`);
    // In a process of its own: the rules of this one were loaded before the new one was there.
    process.exitCode =
      spawnSync(process.execPath, [...process.execArgv, join(import.meta.dirname, "generate.ts")], { stdio: "inherit" })
        .status ?? 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
