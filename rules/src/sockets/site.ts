import type { TSESTree } from "@typescript-eslint/types";
import type { Call, FunctionNode, Node } from "../analysis/ast.ts";
import type { Condition } from "../analysis/conditions.ts";
import type { Option } from "../analysis/options.ts";
import type { SourceFile } from "../analysis/source.ts";
import type { Operation, OptionName, Transport } from "../catalogue/types.ts";
import type { Endpoint } from "./ports.ts";
import type { OptionsObject } from "../analysis/options-objects.ts";

/** One operation on a socket that the code performs. Rules, hovers and code actions all read sites. */
export type Site = ApiSite | ShapedSite | RawSite;

/** A call of an API that takes the socket's options as arguments. */
export type CallSite = ApiSite | ShapedSite;

interface AnySite {
  file: SourceFile;
  call: Call;
  /** Where to report: the name of what is called. */
  name: Node;
  /** How messages call it: `server.listen()`. */
  label: string;
  transport: Transport;
  /** Which socket: see identities(). Empty where nobody can say. */
  origins: readonly object[];
  endpoint: Endpoint;
  /** What has to be true for this call, in this form, to happen: see conditionsOf. */
  readonly conditions: readonly Condition[];
}

interface AnyCallSite extends AnySite {
  op: Operation["op"];
  operation: Operation;
  /** The local address, wherever it is written. */
  readonly host: Option;
  /** What the call says about an option, by Node's name for it. */
  option(name: OptionName | (string & {})): Option;
  /** The expression that is given as the port, whatever it is. */
  readonly portNode: Node | null;
  options: OptionsObject | null;
  /** The options argument comes from elsewhere, or arguments are spread. */
  optionsUnknown: boolean;
  /** Object arguments in places where this API reads none. */
  stray: readonly OptionsObject[];
  callback: FunctionNode | null;
  /** A later listen on a server that listens before (a retry, a fallback). */
  repeated: boolean;
}

/** What is called is known: a row of the catalogue. */
export interface ApiSite extends AnyCallSite {
  kind: "api";
  /** The row's key, such as `net.Server#listen`. */
  api: string;
  /** No call of the file: the runtime makes it, with the default export of the file that it runs. */
  isServedExport?: true;
}

/** Only the shape of the call speaks: an option in an object literal, an argument that looks like a port. */
export interface ShapedSite extends AnyCallSite {
  kind: "shaped";
}

/** The options of setsockopt(2) that the rules speak of; numbers are Linux's. */
export type RawOption = "SO_REUSEADDR" | "SO_REUSEPORT" | "IP_BIND_ADDRESS_NO_PORT" | "other" | "unknown";

/** A call of a C function on a descriptor, through a foreign function interface. */
export interface RawSite extends AnySite {
  kind: "raw";
  op: "setsockopt" | "bind" | "listen" | "connect";
  /** What setsockopt() sets; null for the other functions. */
  sets: RawOption | null;
  /** The variable or field that holds the descriptor. */
  fd: object;
  /** The `socket()` call that made it. */
  socket: Call;
  /** Whether it is a stream socket; null where its type is unknown. */
  stream: boolean | null;
  /** Arguments as written, for edits. */
  args: readonly Node[];
  /** The descriptor also goes to functions of which we see nothing. */
  handedOver: boolean;
}

/** A method call on an object that sites speak of. */
export interface Use {
  origins: readonly object[];
  name: string;
  call: TSESTree.CallExpression;
  receiver: Node;
}

/** Which method calls are asked for, by name and arguments: what the others are called on need not be found out. */
export type Wanted = (use: Pick<Use, "name" | "call">) => boolean;

export interface FileSites {
  file: SourceFile;
  /** In source order. */
  sites: readonly Site[];
  /** The method calls on a socket, anywhere in the file, of those that are wanted. */
  uses(origins: readonly object[], wanted: Wanted): readonly Use[];
  /** The site that made a socket. */
  creation(site: Site): CallSite | null;
  /** The socket is given to code that may do more with it. */
  escapes(origins: readonly object[]): boolean;
}

/** A TCP listen through an API. */
export function isTcpListen(site: Site): site is CallSite {
  return site.kind !== "raw" && site.op === "listen" && site.transport === "tcp";
}
