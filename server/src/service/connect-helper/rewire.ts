import { isIP } from "node:net";
import { subset } from "semver";
import { removeOption } from "../../../../rules/src/fixes/index.ts";
import type { Environment } from "../../../../rules/src/environment.ts";
import type { Edit } from "../../../../rules/src/rule.ts";
import type { Node } from "../../../../rules/src/analysis/ast.ts";
import { canonicalKey, isA } from "../../../../rules/src/catalogue/index.ts";
import type { Option } from "../../../../rules/src/analysis/options.ts";
import type { ApiSite } from "../../../../rules/src/sockets/site.ts";
import type { ParsedFile } from "../../lint/parse.ts";
import { dialectOf, importOf, specifierOf } from "./imports.ts";
import { helperText } from "./variants.ts";
import { surroundings, type Project } from "../document.ts";
import type { ActionInput } from "../actions/action.ts";

/** A helper file, and the code rewired to use it. */
export interface ConnectHelper {
  title: string;
  /** `text` is null where the file is there already. */
  file: { uri: string; text: string | null };
  edits: Edit[];
}

const NAME = "connect-no-port";
/** Where node:ffi needs no flag (fact node-ffi-module). */
const HAS_FFI = ">=26.9.0";

/**
 * A module beside the document that binds with IP_BIND_ADDRESS_NO_PORT, and the call of the problem rewired to it.
 * Null where the call cannot be rewired without changing what else it does: options from elsewhere, host names in
 * `net.connect()`, clients that take neither an agent nor a socket, runtimes other than Node.js.
 */
export function rewire({ document, parsed: { file }, problem, project, client }: ActionInput): ConnectHelper | null {
  if (!file) return null;
  const { sites, environment } = surroundings(file, project);
  if (environment.runtime !== "node") return null;
  const [start] = problem.range;
  const site = sites.sites.find(
    (each): each is ApiSite =>
      each.kind === "api" && each.op === "connect" && each.option("localAddress").at?.range[0] === start,
  );
  const change = site && rewired(file, site);
  if (!change) return null;
  const dialect = dialectOf(file, project.path);
  const uri = new URL(`${NAME}.${dialect}`, document.uri).href;
  const lineEnd = document.getText().includes("\r\n") ? "\r\n" : "\n";
  const specifier = specifierOf(file, NAME, dialect, project.settings.package);
  const { local, edits } = importOf(file, change.uses, specifier, lineEnd);
  const through = admitsFfi(environment) ? "ffi" : "koffi";
  const there = client.exists(uri);
  return {
    title: there
      ? `Connect through ${NAME}.${dialect}, which sets IP_BIND_ADDRESS_NO_PORT`
      : `Create a connect helper that sets IP_BIND_ADDRESS_NO_PORT ${note(through, project)}`,
    file: { uri, text: there ? null : helperText(through, dialect) },
    edits: [...edits, ...change.edits(local)],
  };
}

function admitsFfi({ node }: Environment): boolean {
  return node !== null && subset(node.value, HAS_FFI);
}

function note(through: "ffi" | "koffi", { settings }: Project): string {
  if (through === "ffi") return "through node:ffi";
  return "koffi" in { ...settings.package?.dependencies, ...settings.package?.devDependencies }
    ? "through koffi"
    : "through koffi, to be installed: npm install koffi";
}

interface Change {
  /** The export of the helper that the code calls. */
  uses: "connectFrom" | "createAgent" | "createSecureAgent";
  /** `name`: how the code calls it. */
  edits(name: string): Edit[];
}

function rewired(file: ParsedFile, site: ApiSite): Change | null {
  const address = site.option("localAddress");
  const { options, call } = site;
  if (
    !options ||
    options.holders.length > 0 ||
    options.argument !== options.object ||
    address.at?.type !== "Property" ||
    address.at.parent !== options.object ||
    !address.node
  )
    return null;
  const key = canonicalKey(site.api);
  const value = file.text.slice(...(address.node.range as [number, number]));
  const without = options.object.properties.length > 1 ? removeOption(file, site, "localAddress") : [];
  if (!without) return null;
  const secure = key.startsWith("https.");
  if (isA(key, "http.Agent") && call.type === "NewExpression" && !key.includes("#")) {
    return {
      uses: secure ? "createSecureAgent" : "createAgent",
      edits: (name) => replaceCall(site, `${name}(${value}`, options.object, without),
    };
  }
  if (
    /^https?\.(?:request|get)$/.test(key) &&
    site.option("agent").state === "absent" &&
    site.option("createConnection").state === "absent"
  ) {
    return {
      uses: secure ? "createSecureAgent" : "createAgent",
      edits: (name) => [{ range: (address.at as Node).range, text: `agent: ${name}(${value})` }],
    };
  }
  if (/^net\.(?:connect|createConnection)$/.test(key) && sameFamily(site.option("host"), address)) {
    const callback = call.arguments[1];
    const listens: Edit[] = callback
      ? [{ range: [options.object.range[1], callback.range[0]], text: `).once("connect", ` }]
      : [];
    return {
      uses: "connectFrom",
      edits: (name) => [...replaceCall(site, `${name}(${value}`, options.object, without), ...listens],
    };
  }
  return null;
}

/** `new http.Agent({ localAddress: a, keepAlive: true })` to `createAgent(a, { keepAlive: true })`. */
function replaceCall({ call }: ApiSite, head: string, object: Node, without: Edit[]): Edit[] {
  if (without.length === 0) return [{ range: [call.range[0], object.range[1]], text: head }];
  return [{ range: [call.range[0], object.range[0]], text: `${head}, ` }, ...without];
}

/** The helper wants addresses, of one family: it has no time to resolve names. */
function sameFamily(host: Option, address: Option): boolean {
  const remote = typeof host.value === "string" ? isIP(host.value) : 0;
  const local = typeof address.value === "string" ? isIP(address.value) : address.state === "known" ? 0 : remote;
  return remote !== 0 && remote === local;
}
