import { calleeName, stringOf, type Node } from "../../../rules/src/analysis/ast.ts";
import type { CallSite, FileSites, RawOption, RawSite, Site, Use } from "../../../rules/src/sockets/site.ts";
import { indexOf, type SourceFile } from "../../../rules/src/analysis/source.ts";
import { siteBehind } from "../../../rules/src/sockets/collect.ts";
import { isErrorCode, type ErrorCode } from "./consequences/errors.ts";

/** What a place in the text stands for. */
export type Target =
  | { kind: "site"; site: Site; at: Node }
  /** A method call that binds the datagram socket which `site` makes. */
  | { kind: "use"; site: CallSite; use: Use; at: Node }
  | { kind: "constant"; option: RawOption; udp: boolean; at: Node }
  | { kind: "error"; code: ErrorCode; at: Node };

/** Options over which a hover shows the whole call. */
const OPTIONS = [
  "reusePort",
  "reuseAddr",
  "exclusive",
  "ipv6Only",
  "host",
  "port",
  "backlog",
  "path",
  "fd",
  "handle",
  "localAddress",
  "localPort",
];
const CONSTANTS: readonly string[] = ["SO_REUSEADDR", "SO_REUSEPORT", "IP_BIND_ADDRESS_NO_PORT"] satisfies RawOption[];

/** The nodes around an offset, outermost first. */
export function nodesAt(file: SourceFile, offset: number): Node[] {
  const nodes: Node[] = [];
  for (let at: Node | undefined = file.ast; at; at = childAt(file, at, offset)) nodes.push(at);
  return nodes;
}

function childAt(file: SourceFile, node: Node, offset: number): Node | undefined {
  for (const key of file.visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const each of (Array.isArray(child) ? child : [child]) as (Node | null | undefined)[]) {
      if (each && typeof each.type === "string" && touches(each, offset)) return each;
    }
  }
  return undefined;
}

/** A cursor at the end of a word still belongs to it. */
function touches({ range: [start, end] }: Node, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** A text, or a name as in `constants.errno.EADDRINUSE`. */
function wordAt(node: Node): string | null | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "TemplateElement" ? node.value.cooked : stringOf(node);
}

/** What stands at an offset, null where there is nothing to say. */
export function targetAt(file: SourceFile, sites: FileSites, offset: number): Target | null {
  const innermost = nodesAt(file, offset).at(-1) as Node;
  const code = wordAt(innermost);
  if (isErrorCode(code)) return { kind: "error", code, at: innermost };
  for (const site of sites.sites)
    if (touches(site.name, offset)) return { kind: "site", site: inFull(site), at: site.name };
  for (const site of sites.sites) {
    const argument = site.kind === "raw" && site.op === "setsockopt" ? site.args[2] : undefined;
    if (argument && touches(argument, offset)) return { kind: "site", site, at: argument };
    if (site.kind === "raw") continue;
    const { localAddressAt } = site.operation;
    for (const name of localAddressAt === undefined ? OPTIONS : [...OPTIONS, localAddressAt]) {
      const { at, node } = site.option(name);
      if (at && touches(at, offset)) return { kind: "site", site, at };
      if (at?.type === "MemberExpression" && node && touches(node, offset)) return { kind: "site", site, at };
    }
  }
  for (const site of sites.sites) {
    if (site.kind === "raw" || site.op !== "create" || site.transport !== "udp") continue;
    const [use] = sites.uses(site.origins, ({ call }) => touches(calleeName(call), offset));
    if (use) return { kind: "use", site, use, at: calleeName(use.call) };
  }
  const raw = sites.sites.filter((each): each is RawSite => each.kind === "raw");
  if (innermost.type === "Identifier" && CONSTANTS.includes(innermost.name) && raw.length > 0) {
    const user = raw.find((each) => each.sets === innermost.name);
    return { kind: "constant", option: innermost.name as RawOption, udp: user?.stream === false, at: innermost };
  }
  return siteElsewhere(file, offset);
}

/** Rules look for a client's options in other files only where that can lead to a finding. */
function inFull(site: Site): Site {
  return (site.kind === "api" && site.op === "connect" && siteBehind(site.call)) || site;
}

/** A call that only other files show to be one of a client: no rule needs it, so it is not among the sites. */
function siteElsewhere(file: SourceFile, offset: number): Target | null {
  const call = file.load && indexOf(file).calls.find((each) => touches(calleeName(each), offset));
  const site = call && siteBehind(call);
  return site ? { kind: "site", site, at: site.name } : null;
}
