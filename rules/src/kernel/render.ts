import type { Fact } from "./fact.ts";

export type FactFormat = "markdown" | "plaintext" | "page";

/**
 * A fact as text.
 * - `markdown`: for a hover: the title in bold, then one paragraph.
 * - `plaintext`: the same for clients without Markdown.
 * - `page`: a section with the anchor of its id, sources and experiment.
 */
export function renderFact(fact: Fact, format: FactFormat): string {
  if (format === "plaintext") return `${fact.title}. ${body(fact)}${since(fact)}`;
  if (format === "markdown") return `**${codeWords(fact.title)}.** ${codeWords(body(fact) + since(fact))}`;
  return page(fact);
}

function body(fact: Fact): string {
  return `${fact.summary} ${fact.detail}`;
}

function since(fact: Fact): string {
  return fact.since === undefined ? "" : ` Since: ${fact.since}.`;
}

function page(fact: Fact): string {
  const rows = [
    ["Platforms", fact.platforms.join(", ")],
    ["Since", fact.since ?? ""],
    ["Seen on", fact.seenOn ?? ""],
    ["Kernels", codeWords(fact.kernels ?? "")],
    ["Sources", fact.sources.map(codeWords).join("; ")],
    [
      "Experiment",
      fact.experiment === null
        ? "from source"
        : `\`lab/experiments/${fact.experiment}.ts\`, \`npm run lab -- --fact ${fact.id}\``,
    ],
    ["Read, not run", (fact.read ?? []).map((part) => `“${codeWords(part)}”`).join("; ")],
  ].filter(([, value]) => value !== "");
  return [
    `### <a id="${fact.id}"></a>${codeWords(fact.title)}`,
    "",
    codeWords(`${fact.summary} ${fact.detail}`),
    "",
    ...rows.map(([name, value]) => `- ${name}: ${value}`),
    "",
  ].join("\n");
}

const names =
  "SO_REUSE(?:ADDR|PORT)(?:_LB)?|SO_LINGER|SO_EXCLUSIVEADDRUSE|SO_ATTACH_REUSEPORT_[CE]BPF|SO_INCOMING_CPU|SO_BINDTO(?:DEVICE|IFINDEX)|SO_BROADCAST|IP_BIND_ADDRESS_NO_PORT|IP_LOCAL_PORT_RANGE|IP_ADD_MEMBERSHIP|IPV6_V6ONLY|IPPROTO_IPV?6?|SOCK_[A-Z]+|LIBUS_[A-Z_]+|UV_[A-Z_]+|ERR_[A-Z_]+|E(?:ADDR|CONN|NO|OP|AGAIN|EXIST|INVAL)[A-Z]*|SHUT_[A-Z]+|AF_INET6?|TCP_TIMEWAIT_LEN";
const code = new RegExp(
  [
    String.raw`\b(?:new (?=net))?[a-zA-Z_][\w.]*\((?:[^()]|\(\))*\)(?:\.\w+\((?:[^()]|\(\))*\))?`,
    String.raw`\b(?:net\.ipv4\.)?(?:tcp_\w+|ip_\w+)(?:=\d)?`,
    String.raw`\b(?:${names})\b`,
    String.raw`\b(?:reusePort|reuseAddr|reuseAddress|localAddress|localPort|exclusive|ipv6Only|autoSelectFamily(?:AttemptTimeout)?|keepAlive)\b(?:: (?:true|false|0|"[^"]*"))?`,
  ].join("|"),
  "g",
);

/** Error codes that the expression above leaves out: a longer one of its kind is not known to be quick. */
const ERRORS = /\bE(?:ACCES|AFNOSUPPORT|ALREADY|HOSTUNREACH|INPROGRESS|ISCONN|NETUNREACH|PERM|TIMEDOUT)\b/g;

/** Marks identifiers as code. Man page references such as `ip(7)` stay plain. */
export function codeWords(text: string): string {
  const marked = text.replaceAll(code, (word) => (/^\w+\(\d\)$/.test(word) ? word : `\`${word}\``));
  // What stands between two backticks is marked as a whole.
  const parts = marked.split("`").map((part, i) => (i % 2 === 0 ? part.replaceAll(ERRORS, "`$&`") : part));
  return parts.join("`");
}
