import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../rules/src/rules/index.ts";
import { recognisedTable } from "./catalogue.ts";
import { outputOf } from "./output.ts";
import { rulePageSections, rulesTable } from "./rules.ts";
import { fillSections } from "./sections.ts";
import { settingsTable, type Manifest } from "./settings.ts";

/**
 * Everything that is generated: path below the root → contents.
 * Pages keep what is written by hand; only their generated parts are made anew.
 */
export async function generatedPages(root: string): Promise<ReadonlyMap<string, string>> {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const pages = new Map<string, string>();
  const fill = (path: string, sections: Readonly<Record<string, string | ((before: string) => string)>>) => {
    const content = fillSections(read(path), (name, before) => {
      const made = sections[name];
      return typeof made === "function" ? made(before) : made;
    });
    pages.set(path, content);
  };
  fill("README.md", { rules: rulesTable(root, "rules/docs"), recognised: recognisedTable(), settings: settingsTable(manifest), output: outputOf });
  fill("rules/README.md", { rules: rulesTable(root, "docs") });
  for (const rule of rules) fill(`rules/docs/${rule.name}.md`, rulePageSections(root, rule));
  if (existsSync(join(root, "rules/lab/pages.ts"))) {
    const { folklorePage, kernelPage } = await import("../../rules/lab/pages.ts");
    pages.set("docs/kernel.md", kernelPage());
    pages.set("docs/folklore.md", folklorePage());
  }
  return pages;
}
