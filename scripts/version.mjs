// After `changeset version`: the extension gets the version of the packages, and its changelog what is new in both of them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync("rules/package.json", "utf8"));
const manifest = readFileSync("package.json", "utf8");
writeFileSync("package.json", manifest.replace(/^(\s{2}"version": )".*"/m, `$1"${version}"`));
execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});

const sections = new Map();
for (const folder of ["rules", "server"]) {
  const path = `${folder}/CHANGELOG.md`;
  const newest = existsSync(path) ? readFileSync(path, "utf8").split(/^## /m)[1] : undefined;
  if (!newest?.startsWith(`${version}\n`)) continue;
  for (const part of newest.split(/^### /m).slice(1)) {
    const [title, ...lines] = part.split("\n");
    // A change of both packages stands in both changelogs.
    const known = sections.get(title) ?? [];
    for (const entry of lines.join("\n").split(/^(?=- )/m)) {
      const text = entry.trim();
      if (text !== "" && !known.includes(text)) known.push(text);
    }
    sections.set(title, known);
  }
}
const changelog = readFileSync("CHANGELOG.md", "utf8");
if (!changelog.includes(`\n## ${version}\n`)) {
  const news = [...sections].map(([title, entries]) => `### ${title}\n\n${entries.join("\n")}\n`).join("\n");
  writeFileSync("CHANGELOG.md", changelog.replace("# Changelog\n", `# Changelog\n\n## ${version}\n\n${news.trim()}\n`));
}
