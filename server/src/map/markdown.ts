import { printable } from "../../../rules/src/printable.ts";
import { mermaid } from "./mermaid.ts";
import type { At, Listen, PortMap } from "./model.ts";
import { conflictCount, hostWords, plural, portWords, SHARING_WORDS, startedWords, summaryWords } from "./words.ts";

export interface MarkdownOptions {
  /** How a path is written. */
  shown(path: string): string;
  /** Where a link to a place leads. */
  link(at: At): string;
}

/** A page: the answer, a table of what is opened, the conflicts, and a diagram for whoever can draw Mermaid. */
export function mapPage(map: PortMap, { shown, link }: MarkdownOptions): string {
  const { listens } = map;
  const place = (at: At) => `[${escaped(`${shown(at.path)}:${at.line}`)}](${link(at)})`;
  const answer = summaryWords(map);
  if (listens.length === 0) return `# Ports\n\n${answer}\n`;
  const conflicts = conflictCount(map);
  const diagram = mermaid(map, shown);
  return [
    "# Ports",
    "",
    conflicts === 0 ? answer : `**${answer}**`,
    "",
    "| | Port | Host | Shared | Opened at | Runs as |",
    "| --- | --- | --- | --- | --- | --- |",
    ...listens.map((listen) => `| ${cells(listen, place).join(" | ")} |`),
    "",
    ...(conflicts === 0 ? [] : ["## Conflicts", "", ...listens.flatMap((each) => conflictLines(each, place)), ""]),
    "## Diagram",
    "",
    "Who starts a program, the program, and what it opens. A dotted line is a start that may lead there.",
    "",
    "```mermaid",
    diagram.text,
    "```",
    "",
    ...(diagram.left === 0
      ? []
      : [`${plural(diagram.left, "more listen")} ${diagram.left === 1 ? "is" : "are"} in the table alone.`, ""]),
  ].join("\n");
}

function cells(listen: Listen, place: (at: At) => string): string[] {
  const { starts, conflicts, host, port, sharing, at } = listen;
  const shownHost = hostWords(host, port);
  const isCode = port.number !== null || port.text !== null;
  return [
    conflicts.length > 0 ? "✖" : "",
    isCode ? code(portWords(listen)) : portWords(listen),
    shownHost === "?" || shownHost === "" ? shownHost : code(shownHost),
    SHARING_WORDS[sharing],
    place(at),
    starts.map((each) => startedWords(each, place)).join("<br>"),
  ];
}

function conflictLines({ conflicts }: Listen, place: (at: At) => string): string[] {
  return conflicts.flatMap(({ rule, message, help, at, related }) => [
    `- ${place(at)}: ${message}${help === null ? "" : ` ${help}`} (${rule})`,
    ...related.map((each) => `  - ${each.message.replace(/\.$/, "")}: ${place(each.at)}`),
  ]);
}

/** Code in a cell of a table: a bar would end the cell, a backtick the code. */
function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}

/** A path as the target of a link: nothing in it ends the link or leads elsewhere. */
export function linkPath(path: string): string {
  return withoutBrackets(
    path
      .replace(/\p{Cs}/gu, "\ufffd")
      .split("/")
      .map(encodeURIComponent)
      .join("/"),
  );
}

/** A URI as the target of a link. */
export function withoutBrackets(uri: string): string {
  return uri.replaceAll("(", "%28").replaceAll(")", "%29");
}

function escaped(text: string): string {
  return printable(text).replace(/[\\[\]_*|<>&`!~$]/g, "\\$&");
}
