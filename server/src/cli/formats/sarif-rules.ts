import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Sarif from "sarif";
import { homepage } from "../../../../rules/src/about.ts";
import type { Rule } from "../../../../rules/src/rule.ts";
import { shippedDocs } from "../../project/shipped-docs.ts";
import { terminalMarkdown } from "../terminal-markdown.ts";
import { ruleId } from "./words.ts";

/** Whether anybody can open our links: `.invalid` names no host, RFC 2606. */
const HAS_HOME = !new URL(homepage).hostname.endsWith(".invalid");
export const informationUri = HAS_HOME ? homepage : null;

const WIDTH = 80;

/** A rule with its page, which a viewer shows without our package or a connection. */
export function descriptor({ name, meta }: Rule): Sarif.ReportingDescriptor {
  const page = pageOf(name);
  return {
    id: ruleId(name),
    shortDescription: { text: `${meta.description}.` },
    ...(page !== null && { help: { text: terminalMarkdown(page, WIDTH, false), markdown: page } }),
    ...(HAS_HOME && { helpUri: `${homepage}/rules/${name}` }),
    defaultConfiguration: {
      level: meta.recommended === "error" ? "error" : "warning",
      ...(meta.recommended === "off" && { enabled: false }),
    },
  };
}

/** The page without pictures and without links that lead to other files of ours. */
function pageOf(name: string): string | null {
  const folder = shippedDocs();
  if (folder === null) return null;
  return readFileSync(join(folder, `${name}.md`), "utf8")
    .replace(/<!--[^<>]*-->\n?/g, "")
    .replace(/^!\[[^[\]]*\]\([^()]*\)\n+/gm, "")
    .replace(/\[((?:[^[\]`]|`[^`]*`)*)\]\((?![a-z]+:)[^()]*\)/g, "$1")
    .trim();
}
