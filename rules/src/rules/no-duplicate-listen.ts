import { basename } from "node:path";
import { duplicateSuggestions, DUPLICATE_MESSAGES } from "../fixes/duplicates.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { sitesOf } from "../sockets/collect.ts";
import { isTcpListen, type CallSite, type Site } from "../sockets/site.ts";
import type { Node } from "../analysis/ast.ts";
import { fileOf } from "../analysis/source.ts";
import { familyOf } from "../sockets/collisions.ts";
import { conflictOf } from "../process/conflicts.ts";
import { duplicateOf, type Duplicate } from "../process/duplicates.ts";

/** One port takes one listener at a time: a second one in the same process fails as one of another process does. */
const rule: Rule = {
  name: "no-duplicate-listen",
  meta: {
    type: "problem",
    description: "Disallow two listens on one port in one process",
    recommended: "off",
    messages: {
      port: "One of two listens fails with EADDRINUSE: `{{other}}` in line {{line}} opens {{port}} too.",
      wildcard:
        "One of the two fails with EADDRINUSE on Linux: line {{line}} opens {{port}} on an address that overlaps.",
      datagram: "One of two binds fails with EADDRINUSE: `{{other}}` in line {{line}} binds {{port}} too.",
      half: "One of two binds fails with EADDRINUSE on Linux: only one sets `reuseAddr`, and line {{line}} binds {{port}} too.",
      dualStack: "One of two binds fails with EADDRINUSE on Linux: the udp6 socket takes {{port}} of IPv4 too.",
      again: "Throws ERR_SERVER_ALREADY_LISTEN: this server listens in line {{line}} already.",
      bound: "Throws ERR_SOCKET_ALREADY_BOUND: this socket is bound in line {{line}} already.",
      replaces: "Replaces the listen in line {{line}}, without an error: the server opens what the last call asks for.",
      loop: "Fails with EADDRINUSE from the second round on: every round of the loop in line {{line}} opens {{port}}.",
      loopWildcard:
        "Fails with EADDRINUSE on Linux: the loop in line {{line}} opens {{port}} on addresses that overlap.",
      loopThrows:
        "Throws ERR_SERVER_ALREADY_LISTEN from the second round of the loop in line {{line}} on: it is one server.",
      loopAgain: "Opens only one of its addresses: the loop in line {{line}} lets one server listen in every round.",
      calls: "Fails with EADDRINUSE in the second call: lines {{line}} and {{second}} both have it open {{port}}.",
      bunExport: "Bun serves the default export of this file on {{port}} too, and that fails with EADDRINUSE.",
      ...DUPLICATE_MESSAGES,
    },
    help: {
      port: "Give one of them another port, or let one server do both.",
      wildcard: "A wildcard address covers the specific one. Listen on one of them, or on another port.",
      datagram: "Give one of them another port, or receive through one socket.",
      half: "Give one of them another port, or set `reuseAddr: true` on both.",
      dualStack: "Set `ipv6Only: true` on the udp6 socket, or use it alone for both families.",
      again: "Remove one of the calls, or make a server for each port.",
      bound: "Remove one of the calls, or make a socket for each port.",
      replaces: "Remove one of the calls, or make a server for each port.",
      loop: "Give every round its own port, or take the listen out of the loop.",
      loopWildcard: "`::` covers IPv4 too. Set `ipv6Only: true` for it, or leave the other address out.",
      loopThrows: "Make a server in every round.",
      loopAgain: "Make a server in every round.",
      calls: "Give every call its own port, or call it once.",
      bunExport: "Remove `Bun.serve()` or the default export.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const duplicate = duplicateAt(site, context);
    return duplicate && site.kind !== "raw" ? finding(site, duplicate, context) : null;
  },
};
export default rule;

/** A listen that meets another one; where one of the two shares the port, or workers run it, another rule says it. */
function duplicateAt(site: Site, context: RuleContext<object>): Duplicate | null {
  if (isTcpListen(site) && site.endpoint.kind === "port" && !site.repeated) {
    const conflict = conflictOf(site, context);
    return conflict?.kind === "duplicate" ? conflict.duplicate : null;
  }
  return duplicateOf(site, context);
}

function finding(site: CallSite, duplicate: Duplicate, context: RuleContext<object>): Finding {
  const { messageId, others } = told(site, duplicate);
  const [first, second] = others.map((each) => lineOf(each.at, site));
  return {
    messageId,
    data: {
      port:
        site.endpoint.kind === "port" && site.endpoint.value !== undefined
          ? `port ${site.endpoint.value}`
          : "the same port",
      ...(duplicate.kind === "port" && { other: duplicate.other.label }),
      line: first!,
      ...(second !== undefined && { second }),
    },
    at: site.name,
    related: others,
    facts: factsOf(messageId),
    suggestions: () => duplicateSuggestions(site, duplicate, context),
  };
}

function told(site: CallSite, duplicate: Duplicate) {
  const place = (at: Node, message: string) => ({ at, message });
  switch (duplicate.kind) {
    case "port": {
      const { other, overlap } = duplicate;
      const others = [place(other.name, `The first ${other.transport === "udp" ? "bind to" : "listen on"} this port.`)];
      if (duplicate.half) return { messageId: "half", others };
      if (site.transport === "tcp") return { messageId: overlap === "same" ? "port" : "wildcard", others };
      const [own, theirs] = [site, other].map((each) => {
        const creation = sitesOf(each.file).creation(each);
        return creation && familyOf(creation, each.origins);
      });
      return { messageId: overlap === "same" ? "datagram" : own === theirs ? "wildcard" : "dualStack", others };
    }
    case "again":
      return {
        messageId: duplicate.replaces ? "replaces" : site.op === "bind" ? "bound" : "again",
        others: [
          place(duplicate.other.name, `The ${site.op === "bind" ? "socket is bound" : "server listens"} here first.`),
        ],
      };
    case "rounds": {
      const { kind, first, second, overlap, again } = duplicate.rounds;
      if (kind === "calls")
        return {
          messageId: "calls",
          others: [place(first, "The first call."), place(second, "The second call.")],
        };
      const messageId = again
        ? site.host.state === "absent"
          ? "loopThrows"
          : "loopAgain"
        : overlap === "same"
          ? "loop"
          : "loopWildcard";
      return { messageId, others: [place(first, "The loop that runs it more than once.")] };
    }
    case "export":
      return { messageId: "bunExport", others: [place(duplicate.served.name, "Bun serves this export.")] };
  }
}

function factsOf(messageId: string): NonNullable<Finding["facts"]> {
  switch (messageId) {
    case "again":
    case "replaces":
    case "loopAgain":
    case "loopThrows":
      return ["node-listen-twice"];
    case "dualStack":
      return ["dgram-udp6-is-dual-stack"];
    case "wildcard":
    case "loopWildcard":
      return ["wildcard-conflicts-with-specific", "dual-stack-conflicts"];
    case "datagram":
    case "half":
    case "bound":
      return [];
    default:
      return ["listener-blocks-reuse-addr", "first-listen-wins"];
  }
}

/** "4", or "4 of main.js" where that is another file. */
function lineOf(node: Node, site: CallSite): string {
  const file = fileOf(node);
  const line = String(file.text.slice(0, node.range[0]).split("\n").length);
  return file === site.file || file.path === undefined ? line : `${line} of ${basename(file.path)}`;
}
