import { unwrap, type Node } from "../analysis/ast.ts";
import { resolve } from "../analysis/values.ts";
import { indexOf } from "../analysis/source.ts";
import { suggestion, type Edit, type RuleContext, type Suggestion } from "../rule.ts";
import { familyOf, siteAddress } from "../sockets/collisions.ts";
import { reuseOf } from "../sockets/reuse.ts";
import type { ApiSite, CallSite } from "../sockets/site.ts";
import { removeOptions, replaceNode, setOption } from "./index.ts";
import { insert, joined } from "./layout.ts";
import { removeStatement } from "./statements.ts";
import { servesOneApp, type Duplicate } from "../process/duplicates.ts";

/** Messages of the suggestions that leave one of two listens, or let both be. */
export const DUPLICATE_MESSAGES = {
  removeAgain: "Remove this call: the server listens already.",
  removeBind: "Remove this call: the socket is bound already.",
  removeApp: "Remove `{{call}}`: the other server serves the same application.",
  attach: "Attach it to the server that listens on the port.",
  ipv6Only: "Set `ipv6Only: true` on the IPv6 socket: it leaves IPv4 to the other one.",
};

export function duplicateSuggestions(
  site: CallSite,
  duplicate: Duplicate,
  context: RuleContext<object>,
): (Suggestion | null)[] {
  if (site.kind !== "api") return [];
  if (duplicate.kind === "again")
    return [
      suggestion(
        site.op === "bind" ? "removeBind" : "removeAgain",
        duplicate.replaces ? null : removeStatement(context.file, site.call),
      ),
    ];
  if (duplicate.kind !== "port") return [];
  const { other } = duplicate;
  // What stands in another file is for whoever looks at that one.
  if (other.file !== site.file) return [removal(site, other, context)];
  return [
    suggestion("attach", attach(site, other, context)),
    removal(site, other, context),
    suggestion("ipv6Only", site.transport === "tcp" ? only6(site, other, context) : datagrams(site, other, context)),
  ];
}

/** `app.listen()` beside the listen of a server that has the application already. */
function removal(site: ApiSite, other: ApiSite, { file }: RuleContext<object>): Suggestion | null {
  if (!servesOneApp(site, other)) return null;
  const superfluous = site.operation.again === "opens" ? site : other;
  if (superfluous.file !== file) return null;
  return suggestion("removeApp", removeStatement(file, superfluous.call), { call: superfluous.label });
}

/** `new WebSocketServer({ port })` becomes `({ server })`; `new Server(port)` becomes `new Server(server)`. */
function attach(site: ApiSite, other: ApiSite, { file }: RuleContext<object>): Edit[] | null {
  const bySettings = site.operation.attachedBy?.includes("server") === true;
  if (!bySettings && site.operation.attaches !== true) return null;
  const server = serverOf(other);
  const { endpoint } = site;
  if (!server || endpoint.kind !== "port" || !endpoint.node) return null;
  if (!bySettings) {
    const first = site.call.arguments[0] as Node | undefined;
    return first === endpoint.node ? joined([...server.edits, ...replaceNode(first, server.name)]) : null;
  }
  const { at } = site.option("port");
  if (at?.type !== "Property" || at.parent !== site.options?.object) return null;
  const text = server.name === "server" ? "server" : `server: ${server.name}`;
  const host = site.option("host").at ? removeOptions(file, site, ["host"]) : [];
  return host && joined([...server.edits, ...host, ...replaceNode(at, text)]);
}

/** The name of the http.Server that a listen opens; a statement `app.listen(3000)` is given one. */
function serverOf(site: ApiSite): { name: string; edits: Edit[] } | null {
  const callee = unwrap(site.call.callee);
  if (callee.type !== "MemberExpression") return null;
  const receiver = unwrap(callee.object);
  const made = site.call.parent as Node | undefined;
  const value = resolve(receiver);
  if (value?.kind === "instance" && /^https?\.Server$/.test(value.type))
    return receiver.type === "Identifier" ? { name: receiver.name, edits: [] } : null;
  if (site.operation.again !== "opens" || !made) return null;
  if (made.type === "VariableDeclarator" && made.id.type === "Identifier") return { name: made.id.name, edits: [] };
  const taken = [...indexOf(site.file).variableOf.keys()].some(
    (each) => each.type === "Identifier" && each.name === "server",
  );
  return made.type === "ExpressionStatement" && !taken
    ? { name: "server", edits: [insert(made.range[0], "const server = ")] }
    : null;
}

/** The IPv6 one of two listens no longer takes IPv4. Both state what the port is, for nothing else is in their way then. */
function only6(site: ApiSite, other: ApiSite, context: RuleContext<object>): Edit[] | null {
  const { file, sites, environment, typescript } = context;
  if (environment.runtime !== "node") return null;
  const pair = [site, other];
  const six = pair.find((each) => {
    const address = siteAddress(each, sites);
    return address?.kind === "wildcard" && address.families.length === 2;
  });
  const four = pair.find((each) => each !== six);
  const address = four && siteAddress(four, sites);
  const isFour =
    address?.kind === "wildcard"
      ? address.families.join() === "4"
      : address?.kind === "address" && address.family === 4;
  if (!six || !four || !isFour) return null;
  if (six.operation.again !== "throws" && six.operation.again !== "opens") return null;
  const silent = (each: ApiSite) => reuseOf(each, environment).state === "absent";
  const host = six.host.state === "absent" ? "host" : null;
  const rest = silent(six) ? "true, reusePort: false" : "true";
  const edits = host
    ? setOption(file, six, "host", `"::", ipv6Only: ${rest}`, { typescript })
    : setOption(file, six, "ipv6Only", rest, { typescript });
  const lost = reuseOf(four, environment);
  const stated =
    lost.state === "absent" && !lost.lost ? setOption(file, four, "reusePort", "false", { typescript }) : [];
  return edits && stated && joined([...edits, ...stated]);
}

/** `createSocket("udp6")` becomes `createSocket({ type: "udp6", ipv6Only: true })`. */
function datagrams(site: ApiSite, other: ApiSite, { file, sites }: RuleContext<object>): Edit[] | null {
  const made = [site, other].map((each) => sites.creation(each));
  const six = made.find((each) => each && familyOf(each) === 6);
  if (!six || !made.some((each) => each && familyOf(each) === 4)) return null;
  if (six.options) return setOption(file, six, "ipv6Only", "true");
  const [first] = six.call.arguments;
  return first?.type === "Literal"
    ? replaceNode(first, `{ type: ${file.text.slice(...first.range)}, ipv6Only: true }`)
    : null;
}
