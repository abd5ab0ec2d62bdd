import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { checkMessages } from "../../server/src/lint/messages.ts";
import { anchorsIn } from "../../scripts/dead-links.ts";
import { generatedPages } from "../../scripts/generate/pages.ts";
import { sectionNames } from "../../scripts/generate/sections.ts";
import { rules } from "../src/rules/index.ts";
import { VALID_SETTINGS } from "../src/valid-settings.ts";
import type { PackageJson, UserSettings } from "../src/settings.ts";

const root = join(import.meta.dirname, "../..");
const pagePath = (name: string) => `rules/docs/${name}.md`;
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A fenced block: its language, the words after it, its code, and the line on which it starts. */
interface Block {
  language: string;
  kind: string;
  circumstances: { settings?: UserSettings; package?: PackageJson };
  code: string;
  line: number;
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)(?: +(\w+))?(?: +(\{.*\}))?\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] as string,
    kind: match[2] ?? "",
    circumstances: JSON.parse(match[3] ?? "{}") as Block["circumstances"],
    code: match[4] as string,
    line: text.slice(0, match.index).split("\n").length,
  }));
}

/** Findings of the rule, and of all that `recommended` turns on, as "rule at line". */
function findingsIn({ language, code, circumstances }: Block, rule: string): string[] {
  const messages = checkMessages({
    text: code,
    path: `src/example.${language}`,
    settings: {
      host: circumstances.settings ?? {},
      hostName: "settings.portreuse",
      package: circumstances.package ?? {},
    },
    levels: { ...recommendedLevels(), [rule]: { level: "error" } },
  });
  return messages.map((each) =>
    each.ruleId === null ? `${each.message} at ${each.line}` : `${each.ruleId} at ${each.line}`,
  );
}

const isCode = ({ language }: Block) => /^[cm]?[jt]sx?$/.test(language);

describe("rule pages", () => {
  it("are those of the rules, and the one about the kernel", () => {
    assert.deepEqual(
      readdirSync(join(root, "rules/docs"))
        .filter((each) => each.endsWith(".md"))
        .sort(),
      ["kernel.md", ...[VALID_SETTINGS, ...rules].map((rule) => `${rule.name}.md`)].sort(),
    );
  });

  for (const rule of rules) {
    describe(rule.name, () => {
      const page = read(pagePath(rule.name));
      const blocks = blocksOf(page).filter(isCode);

      it("has the rule's name and description", () => {
        assert.ok(page.startsWith(`# ${rule.name}\n`));
        assert.ok(page.includes(`\n${rule.meta.description}.\n`));
        assert.deepEqual(sectionNames(page), ["head", "options", "facts"]);
      });

      it("has all its parts", () => {
        const headings = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
        for (const heading of [
          "What is wrong",
          "Reported",
          "Silent",
          "What to do instead",
          "Options",
          "When not to use it",
          "Facts",
          "Further reading",
        ])
          assert.ok(headings.includes(heading), heading);
      });

      it("documents every option and its default", () => {
        for (const [option, value] of Object.entries(rule.meta.defaultOptions)) {
          const row = page.split("\n").find((line) => line.startsWith(`| \`${option}\` |`));
          assert.ok(row?.includes(`\`${JSON.stringify(value)}\``), option);
        }
        assert.deepEqual(
          Object.keys(rule.meta.defaultOptions),
          Object.keys(rule.meta.schema["properties"] as object),
          "every option has a default",
        );
      });

      it("names at least one fact", () => assert.match(page, /\(kernel\.md#/));

      it("shows code that is reported and code that is not", () => {
        assert.ok(blocks.some((each) => each.kind === "reported"));
        assert.ok(blocks.some((each) => each.kind === "silent"));
      });

      for (const block of blocks) {
        it(`means what it says in the block on line ${block.line}`, () => {
          const marked = block.code
            .split("\n")
            .flatMap((line, i) => (line.endsWith("// ✗") ? [`portreuse/${rule.name} at ${i + 1}`] : []));
          assert.match(block.kind, /^(?:reported|silent)$/);
          assert.equal(marked.length > 0, block.kind === "reported", "reported lines are marked with ✗");
          assert.deepEqual(findingsIn(block, rule.name), marked);
        });
      }
    });
  }
});

describe("pages", () => {
  const paths = [
    ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "rules/README.md", "server/README.md"],
    pagePath("kernel"),
    ...[VALID_SETTINGS, ...rules].map((rule) => pagePath(rule.name)),
    ...readdirSync(join(root, "docs"))
      .filter((each) => each.endsWith(".md"))
      .map((each) => `docs/${each}`),
  ];

  for (const path of paths) {
    it(`${path} links to what is there`, () => {
      const text = read(path);
      const broken = [...text.matchAll(/\]\(([^()\s]+)\)|<img[^>]* src="([^"]+)"/g)]
        .map((match) => (match[1] ?? match[2]) as string)
        .filter((target) => !/^[a-z]+:/.test(target) && !resolves(path, target));
      assert.deepEqual(broken, []);
    });
  }

  it("are what the generator makes", async () => {
    const different = [...(await generatedPages(root))]
      .filter(([path, content]) => !existsSync(join(root, path)) || read(path) !== content)
      .map(([path]) => path);
    assert.deepEqual(different, [], "run npm run generate");
  });

  it("speak of no place that only one machine has", () => {
    for (const path of paths) assert.doesNotMatch(read(path), /\/(?:home|root|Users|work)\/\w|registry\.npmjs/, path);
  });
});

/** Whether a relative link leads to a file of the repository and, if it has one, to a heading or anchor in it. */
function resolves(from: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || !file.endsWith(".md") || anchorsOf(read(file)).has(anchor);
}

const anchorCache = new Map<string, ReadonlySet<string>>();

/** Read once: the page about the kernel is long. */
function anchorsOf(text: string): ReadonlySet<string> {
  const known = anchorCache.get(text) ?? anchorsIn(text);
  anchorCache.set(text, known);
  return known;
}
