import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { folklorePage, kernelPage, proofSentence } from "../../lab/pages.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { VALID_SETTINGS } from "../../rules/src/valid-settings.ts";
import { configuration, packageSchema } from "../../client/manifest.ts";
import { textsModule } from "../../server/src/service/connect-helper/embed.ts";
import { recognisedTable } from "./catalogue.ts";
import { outputSections } from "./output.ts";
import { narrowRulesTable, oxlintConfig, picturesOfPages, rulePageSections, rulesTable } from "./rules.ts";
import { fillSections } from "./sections.ts";
import { settingsMembers, settingsTable, sharedSettingsTable, type Manifest } from "./settings.ts";

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
  for (const folder of ["rules", "server"]) pages.set(`${folder}/package.json`, withHome(manifest, read, folder));
  fill("README.md", {
    rules: rulesTable(root, "rules/docs"),
    screenshots: screenshots(root),
    proof: proofSentence(),
    ...outputSections(root),
  });
  fill("docs/recognised.md", { recognised: recognisedTable() });
  fill("docs/settings.md", { "shared-settings": sharedSettingsTable() });
  fill("rules/README.md", {
    rules: rulesTable(root, "docs"),
    "shared-settings": sharedSettingsTable(),
    oxlint: oxlintConfig(),
  });
  // The editor shows this page, without pictures and links of the package.
  fill("client/README.md", { rules: narrowRulesTable(), settings: settingsTable(manifest, { narrow: true }) });
  fill("server/README.md", { "shared-settings": sharedSettingsTable() });
  fill("docs/editors.md", { settings: settingsTable(manifest, { short: true }) });
  pages.set("rules/settings.schema.json", `${JSON.stringify(packageSchema, null, 2)}\n`);
  for (const rule of rules) fill(`rules/docs/${rule.name}.md`, rulePageSections(root, rule));
  for (const [path, picture] of picturesOfPages(root)) pages.set(path, picture);
  pages.set("rules/docs/kernel.md", await kernelPage());
  pages.set("docs/folklore.md", folklorePage());
  pages.set(
    "rules/types/index.d.cts",
    read("rules/types/index.d.cts")
      .replace(/(?<=interface Settings \{\n)[\s\S]*?(?=\n {2}\})/, settingsMembers)
      .replace(
        /type RuleName =[^;]+;/,
        `type RuleName =\n${[VALID_SETTINGS, ...rules]
          .map(({ name }) => `    | "${name}"`)
          .sort()
          .join("\n")};`,
      ),
  );
  pages.set("server/src/service/connect-helper/texts.ts", textsModule());
  return pages;
}

/**
 * The manifest of a published package, which says where the project is at home as the root's does.
 * Provenance wants the address of the repository that publishes in both of them.
 */
function withHome(root: Manifest, read: (path: string) => string, folder: string): string {
  const path = `${folder}/package.json`;
  const { name, version, description, license, ...rest } = JSON.parse(read(path)) as Record<string, unknown>;
  const { homepage, repository, bugs } = root;
  const own = { name, version, description, license, homepage, repository: { ...repository, directory: folder }, bugs };
  return `${JSON.stringify({ ...own, ...rest, homepage, repository: own.repository, bugs }, null, 2)}\n`;
}

/** The pictures of the editor, with their file names in words. */
function screenshots(root: string): string {
  const folder = "docs/images/screenshots";
  if (!existsSync(join(root, folder))) return "";
  const files = readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".png"))
    .sort();
  return files.map((file) => `![${file.replace(/\.png$/, "").replaceAll("-", " ")}](${folder}/${file})`).join("\n\n");
}
