import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../rules/src/rules/index.ts";
import { configuration } from "../../client/manifest.ts";
import { textsModule } from "../../server/src/service/connect-helper/embed.ts";
import { recognisedTable } from "./catalogue.ts";
import { outputSections } from "./output.ts";
import { oxlintConfig, picturesOfPages, rulePageSections, rulesTable } from "./rules.ts";
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
  const fill = (path: string, sections: Readonly<Record<string, string>>) =>
    pages.set(
      path,
      fillSections(read(path), (name) => sections[name]),
    );
  manifest.contributes = { ...manifest.contributes, configuration };
  pages.set("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  fill("README.md", {
    rules: rulesTable(root, "rules/docs"),
    recognised: recognisedTable(),
    settings: settingsTable(manifest),
    oxlint: oxlintConfig(),
    screenshots: screenshots(root),
    ...outputSections(root),
  });
  fill("rules/README.md", { rules: rulesTable(root, "docs"), oxlint: oxlintConfig() });
  for (const rule of rules) fill(`rules/docs/${rule.name}.md`, rulePageSections(root, rule));
  for (const [path, picture] of picturesOfPages(root)) pages.set(path, picture);
  if (existsSync(join(root, "lab/pages.ts"))) {
    const { folklorePage, kernelPage } = await import("../../lab/pages.ts");
    pages.set("docs/kernel.md", await kernelPage());
    pages.set("docs/folklore.md", folklorePage());
  }
  pages.set(
    "rules/types/index.d.cts",
    read("rules/types/index.d.cts").replace(
      /type RuleName =[^;]+;/,
      `type RuleName =\n${rules
        .map(({ name }) => `    | "${name}"`)
        .sort()
        .join("\n")};`,
    ),
  );
  pages.set("server/src/service/connect-helper/texts.ts", textsModule());
  return pages;
}

/** The pictures of the editor, each with its file name in words. */
function screenshots(root: string): string {
  const folder = "docs/images/screenshots";
  if (!existsSync(join(root, folder))) return "";
  const files = readdirSync(join(root, folder))
    .filter((each) => each.endsWith(".png"))
    .sort();
  return files.map((each) => `![${each.replace(/\.png$/, "").replaceAll("-", " ")}](${folder}/${each})`).join("\n\n");
}
