// The main job in one command: build, then check a workspace and explain what is found.
// Without paths it checks the sample workspace, whose findings are there on purpose.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const paths = process.argv.slice(2);

const built = run([`${root}scripts/build.mjs`], root);
if (built !== 0) process.exit(built);
const sample = paths.length === 0;
// npm changes to the project's root; paths mean the folder in which the user stands.
const cwd = sample ? `${root}test-fixtures/workspace` : (process.env.INIT_CWD ?? process.cwd());
const code = run([`${root}server/dist/cli.js`, "check", "--format", "codeframe", ...paths], cwd);
if (sample && code === 1) {
  console.log("These are the mistakes of test-fixtures/workspace, made on purpose. Your own code: npm start -- PATH…");
  process.exitCode = 0;
} else {
  process.exitCode = code;
}

function run(args, cwd) {
  return spawnSync(process.execPath, args, { cwd, stdio: "inherit" }).status ?? 1;
}
