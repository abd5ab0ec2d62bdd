import { setOption } from "../fixes/index.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { stringOf, type Node } from "../analysis/ast.ts";
import { isSet } from "../analysis/options.ts";
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
      add: "Set `reuseAddr: true`.",
    },
    help: {
      missing: "Set `reuseAddr: true`, here and in every other receiver; a second copy of this program is one of them.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, { file, sites, process, typescript }) {
    if (site.kind === "raw" || site.op !== "create" || site.transport !== "udp") return null;
    if (site.option("reuseAddr").state !== "absent" || site.option("reusePort").state !== "absent") return null;
    const [join] = sites.uses(site.origins, ({ name }) => JOINS.includes(name));
    const bind = sites.sites.find(
      (each) =>
        each.op === "bind" &&
        each.endpoint.kind === "port" &&
        each.origins.some((origin) => site.origins.includes(origin)),
    );
    if (!join || !bind || process.isProbe(bind)) return null;
    if (alternatives(site, bind, sites).some((each) => isSet(each.option("reuseAddr")))) return null;
    const port =
      bind.endpoint.kind === "port" && bind.endpoint.value !== undefined ? `port ${bind.endpoint.value}` : "its port";
    return {
      messageId: "missing",
      data: { port },
      at: site.name,
      related: [
        { at: bind.name, message: "The port is bound here." },
        { at: join.call, message: "The group is joined here." },
      ],
      facts: ["multicast-receiver-needs-reuse-addr", "udp-multicast-to-all"],
      suggestions: () => [suggestion("add", setOption(file, site, "reuseAddr", "true", { typescript }))],
    };
  },
};
export default rule;

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
