/** The shape of the catalogue: everything that is known of a package's API, as data. */
import type { FactId } from "../kernel/facts.ts";

export type Runtime = "node" | "bun" | "deno";
export type Transport = "tcp" | "udp";

/** The options of a socket that the rules speak of, by the names that Node uses for them. */
export type OptionName =
  | "port"
  | "host"
  | "path"
  | "fd"
  | "handle"
  | "reusePort"
  | "reuseAddr"
  | "backlog"
  | "exclusive"
  | "ipv6Only"
  | "localAddress"
  | "localPort"
  | "agent"
  | "socket";

/** What an argument may be. `options` is an object whose properties are options; the others stand for one value. */
export type Slot = "port" | "host" | "address" | "options" | "backlog" | "callback" | "other";

export interface Operation {
  op: "create" | "listen" | "bind" | "connect";
  transport: Transport;
  /**
   * What each argument is, in order. The forms of a call are tried in turn; the first one that the first argument fits is taken
   * (`options`: an object, `port`: anything else that may be a port, `host`: a string before a port).
   */
  forms: readonly (readonly Slot[])[];
  /** Where the options lie inside the options argument: `["server"]` for `createServer({ server: { port } })`. */
  within?: readonly string[];
  /** How this API spells an option, where that is not Node's spelling: `{ host: "hostname" }`. */
  spelled?: Partial<Record<OptionName, string>>;
  /** Port that is taken when none is given. Absent: none means ephemeral (listen) or nothing (connect). */
  defaultPort?: number;
  /**
   * What becomes of `reusePort` (and of `reuseAddr` on UDP) given to this call: `forwarded` reaches the socket, `dropped` is silently ignored,
   * `refused` throws, `default` means the API shares the port unless told not to.
   */
  reusePort?: "forwarded" | "dropped" | "refused" | "default";
  /** The positional form cannot carry options, but the options form can. */
  positionalDrops?: boolean;
  /** Where the API listens when no host is given, if not on the wildcard address. */
  defaultHost?: string;
  /** The same in files that import one of these modules: an adapter that has a default of its own. */
  defaultHostBeside?: { modules: readonly string[]; host: string };
  /** For `reusePort: "default"`: where it shares, and how a program keeps the port to itself. */
  sharing?: DefaultSharing;
  /**
   * The runtime's own API in which the call ends, by its key in this catalogue: whoever knows what that one asks of the kernel knows
   * it of this call too. A runtime that is missing does not have the call, or nobody knows what it does there.
   * `native`: a library of the package's own opens the socket. Absent for `create`, which opens none.
   */
  endsIn?: EndsIn;
  /**
   * A listen that fails emits 'error' on the server: it neither throws nor rejects, and gives its callback no error. Absent: it does
   * one of these, or nobody has looked.
   */
  emitsError?: EmittedError;
  /** Binds to a port and becomes the handle of a server or of a connection later. */
  bindsHandle?: true;
  /** It keeps connections for the next request once this option is true; by default it does not. */
  reusesConnectionsWith?: "keepAlive";
  /** It is done when it returns, and throws where it fails: where others of its kind report that later. */
  synchronous?: true;
  /** It is made to keep its connections for the requests that come after this one. */
  keepsConnections?: true;
  /** `agent: false` opens a connection that no other request can use. */
  withoutAgent?: true;
  /** Options that this call silently ignores, and what to do instead (a verb phrase). */
  ignores?: readonly Ignored[];
  /** How a socket option that is on or off is taken: `reusePort`, and `ipv6Only` and `reuseAddr` likewise. Absent: nobody has looked. */
  flagValue?: FlagValue | Readonly<Partial<Record<Runtime, FlagValue>>>;
  /** Options that fail the call where they are given anything but a boolean, if not those that `flagValue` speaks of. */
  booleans?: Readonly<Partial<Record<Runtime, readonly OptionName[]>>>;
  /** What a user does to reach the socket's options when this API drops them (a verb phrase, as in "create the http.Server yourself"). */
  instead?: string;
  /**
   * The typings of the package refuse `reusePort` in an object literal: the type of its options, exported by a module;
   * `inferred` where that type is inferred from the literal, or `true` where they take no options object at all.
   */
  typingsRefuse?: true | "inferred" | { module: string; type: string };
  /** There is no option `exclusive`, so nobody is advised to state it. */
  noExclusive?: true;
  /** The option that turns the connection into one that has no TCP port of its own (`path`, `socketPath`). */
  ipcOption?: "path" | "socketPath";
  /** The only runtime that reads `ipcOption` here. */
  ipcRuntime?: Runtime;
  /** What connects where the call is not given an agent. */
  defaultAgent?: DefaultAgent;
  /** Reads `agent` beside it; an agent from another package decides about the local address instead. */
  hasAgent?: boolean;
  /** The only place from which `localAddress` reaches the socket, where that is not the top level of the options. */
  localAddressAt?: string;
  /** Options that hand over a connection which is open, so that none is made; `socket` does so everywhere. */
  connectedBy?: readonly string[];
  /** The option with the `hostname` and `port` that the bound socket is connected to. */
  connectsTo?: string;
  /** The call that binds also makes the socket, so that the socket's flags stand among its options. */
  makesSocket?: true;
  /** Options that say the port is opened elsewhere: a server to attach to, or none. */
  attachedBy?: readonly string[];
  /** The first argument is a server to attach to, unless it is clearly a port. */
  attaches?: boolean;
  /** A path beside a port: the path is listened on, everywhere or in Bun alone. Absent: the port is. */
  pathWins?: "always" | "bun";
  /** A local address is taken for a remote host that is an address, and not for a name; a local port beside a local address alone. */
  localEndTowards?: "addresses";
  /** It opens no Unix socket: its option `path` is a path of URLs. */
  tcpOnly?: true;
  /** Without `new` it is something else, or fails. */
  newOnly?: boolean;
  /**
   * Opens a port only where this option, beside `within`, is one of these exports, or is not given. `unless`: with one of these
   * options something else decides.
   */
  onlyWith?: { option: string; paths: readonly string[]; unless?: readonly string[] };
  /** What a second listen on the same object does: `throws` while the first one is open, or `opens` another socket. Absent: nobody has looked. */
  again?: "throws" | "opens";
}

/** `truthy`: any truthy value counts (node:dgram); `strict`: only the constant true counts (node:net); `boolean`: anything else fails. */
export type FlagValue = "strict" | "truthy" | "boolean";

/** The agent of a whole program, which it may exchange. */
export interface DefaultAgent {
  /** Properties that hold it, one for every protocol of the call: `http.globalAgent`. */
  heldIn?: readonly string[];
  /** The function that exchanges it, and the agents that then connect to whatever server the call names. */
  setBy?: { call: string; agents: readonly string[] };
  /** The runtimes on which the call asks it at all; absent: all. */
  on?: readonly Runtime[];
}

export type EndsIn = "native" | Readonly<Partial<Record<Runtime, string>>>;

interface EmittedError {
  /** Package and version from which on the callback is given the error after all. */
  callbackSince?: { name: string; version: string };
  /** The property of what the call gives back that emits it; absent: what it gives back emits it. `null`: a server that nobody outside gets hold of before it listens; the promise of the call stays pending. */
  by?: string | null;
}

/** An API that shares its port unless it is told not to. */
export interface DefaultSharing {
  /** What says so. */
  fact?: FactId;
  /** How a program keeps the port to itself: a constant among the arguments, or an option. */
  exclusive:
    | {
        constant: string;
        /** Constants that ask for the default, by name. */
        sharing: readonly string[];
      }
    | {
        option: string;
        equals: boolean;
        /** The call that listens takes the option. */
        onListen: boolean;
        /** The constructor of the server takes it too, or alone, under this name. */
        onCreate?: string;
      };
  /** Where it does not share after all: servers made with this option, files that import one of these modules, runtimes. */
  except?: { created: string; modules: readonly string[]; runtimes: readonly Runtime[] };
}

export interface Ignored {
  /** Name as written in the options, or a path such as `connect.localAddress`. */
  option: string;
  /** Why, as a main clause without a full stop. */
  because: string;
  /** What to do, as a verb phrase. */
  instead: string;
  /** The fact that stands behind it, where there is one. */
  fact?: FactId;
  /** Only with this runtime. */
  runtime?: Runtime;
  /** Only where this other option is true. */
  beside?: string;
  /** The option of the same call that does what was asked for. */
  effective?: OptionName;
}

/** One row. Keys of the catalogue: `net.createServer` (function or class), `net.Server#listen` (method), `fastify.FastifyInstance#server` (property). */
export interface Entry {
  /** The catalogue type that a call or construction gives, or `this`. */
  returns?: string;
  /** It gives that only with so many arguments or more: `app.get(name)` of Express reads a setting. */
  returnsFrom?: number;
  /** For a class: the type it extends. */
  extends?: string;
  /** For a property: its type. */
  property?: string;
  /** Another name for an entry. */
  alias?: string;
  /** The type names a socket or server, so that a type annotation with this name counts. */
  type?: true;
  does?: Operation;
  /** An application that is an emitter too and does not emit the errors of its server: what its 'error' events are about. */
  appErrors?: "nothing" | "requests";
  /** Takes a bound handle and connects it. */
  adoptsHandle?: true;
  /** A C function looked up by a string argument: `lib.func("int bind(int, …)")`. */
  cFunction?: { argument: number };
  /** Properties of this type are C functions. */
  cSymbols?: true;
}

export interface Package {
  name: string;
  /** Module specifiers without `node:`. The first one is the name used in keys. */
  modules: readonly string[];
  /** Module specifiers of copies that people keep beside their code, and of forks that are published. */
  copies?: RegExp;
  /** Global names that stand for the module. */
  globals?: Readonly<Record<string, string>>;
  /**
   * Words of which one is in the text of every file that uses this package in a way the rules care about: a name, `.name` for a member,
   * `=name` for an option that is written, not only read, or `"name"` for a module that is imported.
   */
  triggers: readonly string[];
  /** Where to read about it. */
  docs?: string;
  entries: Readonly<Record<string, Entry>>;
}
