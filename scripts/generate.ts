// Writes all generated text. With --check it writes nothing and fails, naming the files, when something on disk differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedPages } from "./generate/pages.ts";

const root = join(import.meta.dirname, "..");
const checkOnly = process.argv.includes("--check");

const different = [...(await generatedPages(root))].filter(([path, content]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== content;
});

for (const [path, content] of different) {
  if (checkOnly) console.error(`${path} is not what npm run generate makes.`);
  else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`Wrote ${path}`);
  }
}
if (checkOnly && different.length > 0) process.exitCode = 1;
else if (different.length === 0) console.log("All generated text is up to date.");
