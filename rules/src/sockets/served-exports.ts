import { enclosingFunction, nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import { fallbackOf } from "../analysis/defaults.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue } from "../analysis/variables.ts";
import type { ApiSite, FileSites } from "./site.ts";
import type { Environment } from "../environment.ts";

/** A default export that Bun serves by itself where it is the file that it runs. */
export interface ServedExport {
  at: Node;
}

/** The port that Bun takes where the export names none. */
const DEFAULT_PORT = 3000;

/** A default export with a `fetch` function on the port of a `Bun.serve()` of this file. */
export function defaultExportBeside(
  site: ApiSite,
  { sites, environment }: { sites: FileSites; environment: Environment },
): ServedExport | null {
  if (environment.runtime !== "bun" || site.api !== "bun.serve" || site.endpoint.kind !== "port") return null;
  if (enclosingFunction(site.call) || conditionsOf(site.call).length > 0) return null;
  const exported = sites.file.ast.body.find((each) => each.type === "ExportDefaultDeclaration");
  if (!exported || site.option("hostname").state !== "absent") return null;
  const made = valueOf(exported.declaration as Node);
  const port = portOfExport(made);
  const own = site.endpoint.value ?? site.endpoint.fallback;
  return port !== null && port === own ? { at: exported } : null;
}

function valueOf(node: Node): Node {
  const at = unwrap(node);
  return unwrap(onlyValue(at) ?? at);
}

/** The port of an object with `fetch`, or of a Hono application, which has a `fetch` and no port; null for everything else. */
function portOfExport(made: Node): number | null {
  if (made.type === "ObjectExpression") {
    const named = (name: string) => made.properties.find((each) => each.type === "Property" && nameOf(each) === name);
    if (made.properties.some((each) => each.type === "SpreadElement") || !named("fetch") || named("hostname"))
      return null;
    const port = named("port");
    if (port?.type !== "Property") return DEFAULT_PORT;
    const known = evaluate(port.value as Node) ?? fallbackOf(port.value as Node);
    return known ? Number(known.value) : null;
  }
  let from: Node = made;
  while (from.type === "CallExpression" && from.callee.type === "MemberExpression") from = unwrap(from.callee.object);
  if (from.type !== "NewExpression") return null;
  const cls = resolve(from.callee);
  return cls?.kind === "path" && /^hono\b.*\.Hono$/.test(cls.path) ? DEFAULT_PORT : null;
}
