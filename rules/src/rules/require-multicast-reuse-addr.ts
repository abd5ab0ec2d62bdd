import { setOption } from "../fixes/index.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { stringOf, type Node } from "../analysis/ast.ts";
import { thisHost } from "../analysis/classes.ts";
import { isSet } from "../analysis/options.ts";
import { fileOf } from "../analysis/source.ts";
import { sitesOf } from "../sockets/collect.ts";
import type { CallSite, FileSites, Site } from "../sockets/site.ts";

const JOINS = ["addMembership", "addSourceSpecificMembership"];

/** Every program that listens to a multicast group binds the same port; without `reuseAddr` the first one locks the others out. */
const rule: Rule = {
  name: "require-multicast-reuse-addr",
  meta: {
    type: "problem",
    description: "Require `reuseAddr` on multicast receivers with a fixed port",
    recommended: "error",
    messages: {
      missing:
        "The next program that receives the group on {{port}} fails with EADDRINUSE: `reuseAddr` is not set here.",
      missingElsewhere:
        "The next program that receives the group on {{port}} fails with EADDRINUSE: its socket has no `reuseAddr`.",
      add: "Set `reuseAddr: true`.",
    },
    help: {
      missing: "Set `reuseAddr: true`, here and in every other receiver; a second copy of this program is one of them.",
      missingElsewhere: "Set `reuseAddr: true` where the socket is made, and in every other receiver.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (site.kind === "raw" || site.transport !== "udp") return null;
    const created = site.op === "create" ? site : site.op === "bind" ? madeElsewhere(site) : null;
    if (!created || statesReuse(created)) return null;
    const { file, sites, process, typescript } = context;
    const joins = sites.uses(site.origins, ({ name }) => JOINS.includes(name));
    // Each class that extends the one elsewhere has a socket of its own.
    const join = joins.find(({ call }) => created === site || thisHost(call) === thisHost(site.call));
    const bind =
      site.op === "bind"
        ? site
        : sites.sites.find(
            (each) => each.op === "bind" && each.origins.some((origin) => site.origins.includes(origin)),
          );
    if (!join || bind?.endpoint.kind !== "port" || process.isProbe(bind)) return null;
    if (alternatives(created, bind, sites).some((each) => isSet(each.option("reuseAddr")))) return null;
    const port = bind.endpoint.value !== undefined ? `port ${bind.endpoint.value}` : "its port";
    const { path } = created.file;
    const isHere = created === site;
    return {
      messageId: isHere ? "missing" : "missingElsewhere",
      data: { port },
      at: site.name,
      related: [
        ...(isHere ? [{ at: bind.name, message: "The port is bound here." }] : []),
        ...(isHere || path === undefined
          ? []
          : [
              { at: { path, range: created.name.range, text: created.file.text }, message: "The socket is made here." },
            ]),
        { at: join.call, message: "The group is joined here." },
      ],
      facts: ["multicast-receiver-needs-reuse-addr", "udp-multicast-to-all"],
      suggestions: () => [
        isHere ? suggestion("add", setOption(file, created, "reuseAddr", "true", { typescript })) : null,
      ],
    };
  },
};
export default rule;

function statesReuse(site: CallSite): boolean {
  return site.option("reuseAddr").state !== "absent" || site.option("reusePort").state !== "absent";
}

/** The call in another file that makes the socket of a bind: a base class does, or a function. */
function madeElsewhere(bind: CallSite): CallSite | null {
  for (const origin of bind.origins) {
    const made = origin as Node;
    if (made.type !== "CallExpression" || fileOf(made) === bind.file) continue;
    const found = sitesOf(fileOf(made)).sites.find((each) => each.call === made && each.op === "create");
    if (found && found.kind !== "raw") return found;
  }
  return null;
}

/** The other ways in which the code makes this very socket, for the same family: `createSocket("udp4")` stays for versions without options. */
function alternatives(site: CallSite, bind: Site, { sites }: FileSites): CallSite[] {
  const family = familyOf(site);
  return sites.filter(
    (other): other is CallSite =>
      other.kind !== "raw" &&
      other.op === "create" &&
      other !== site &&
      bind.origins.includes(other.call) &&
      familyOf(other) === family,
  );
}

/** "udp4" or "udp6"; undefined where it is not constant. */
function familyOf(site: CallSite): unknown {
  const type = site.option("type");
  return type.state === "absent" ? textIn(site.call.arguments[0] as Node | undefined) : type.value;
}

/** The text in `"udp4"`, also in `old ? "udp4" : { … }`. */
function textIn(node: Node | undefined): string | null {
  return node?.type === "ConditionalExpression"
    ? (stringOf(node.consequent) ?? stringOf(node.alternate))
    : stringOf(node);
}
