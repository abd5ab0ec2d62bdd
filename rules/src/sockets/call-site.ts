import { calleeName, unwrap, type Call, type FunctionNode, type Node } from "../analysis/ast.ts";
import { borrowed, givenBy } from "../analysis/borrowed.ts";
import { conditionsOf, type Condition } from "../analysis/conditions.ts";
import { ABSENT, UNKNOWN, optionAssigned, optionIn, type Option } from "../analysis/options.ts";
import { fileOf, textOf, type SourceFile } from "../analysis/source.ts";
import type { Operation, OptionName, Transport } from "../catalogue/types.ts";
import type { Reading } from "./arguments.ts";
import { isClientOption } from "../prefilter/client-text.ts";
import { endpointOf, hostOf } from "./endpoint.ts";
import { lookedFor } from "./from-elsewhere.ts";
import type { ShapedSite } from "./site.ts";
import type { Endpoint } from "./ports.ts";
import type { OptionsObject } from "../analysis/options-objects.ts";
import { functionOf } from "../analysis/calls.ts";

/** What all sites of calls have, whether the callee is known or not. */
type Common = Omit<ShapedSite, "kind">;

/** A class, for an object with a getter of its own takes thirty times as long to make, and most calls that may be sites are none. */
class CommonSite implements Common {
  readonly file: SourceFile;
  readonly op: Operation["op"];
  readonly transport: Transport;
  readonly name: Node;
  readonly label: string;
  readonly endpoint: Endpoint;
  readonly callback: FunctionNode | null;
  repeated = false;
  private readonly known = new Map<string, Option>();
  private knownHost: Option | undefined;
  private knownConditions: readonly Condition[] | undefined;

  constructor(
    readonly call: Call,
    readonly operation: Operation,
    readonly origins: readonly object[],
    private readonly reading: Reading,
  ) {
    this.file = fileOf(call);
    this.op = operation.op;
    this.transport = operation.transport;
    this.name = nameNode(call);
    this.label = labelOf(call);
    this.endpoint = endpointOf(operation, reading, this.option);
    this.callback = functionOf(reading.slots.callback ?? (givenBy(call).at(-1) as Node | undefined));
  }

  readonly option = (name: string): Option => {
    let found = this.known.get(name);
    if (!found) this.known.set(name, (found = this.look(name)));
    return found;
  };

  private look(name: string): Option {
    const find = () => lookUp(this.call, this.operation, this.reading, name);
    return isClientOption(name) ? lookedFor(this.file, find) : find();
  }

  get host(): Option {
    return (this.knownHost ??= hostOf(this.operation, this.reading, this.option));
  }

  get portNode(): Node | null {
    return this.reading.slots.port ?? this.option("port").node ?? null;
  }

  get options(): OptionsObject | null {
    return this.reading.options;
  }

  get optionsUnknown(): boolean {
    return this.reading.optionsUnknown;
  }

  get stray(): readonly OptionsObject[] {
    return this.reading.stray;
  }

  get conditions(): readonly Condition[] {
    return (this.knownConditions ??= [...this.reading.conditions, ...conditionsOf(this.call)]);
  }
}

/** The site of a call that is read in one way. `kind` says what kind it is, and what only that kind has. */
export function callSite<Kind extends object>(
  kind: Kind,
  call: Call,
  operation: Operation,
  origins: readonly object[],
  reading: Reading,
): Kind & Common {
  return Object.assign(new CommonSite(call, operation, origins, reading), kind);
}

function lookUp(call: Call, operation: Operation, reading: Reading, name: string): Option {
  const spelled = operation.spelled?.[name as OptionName] ?? name;
  if (!reading.options) {
    if (!reading.optionsUnknown) return ABSENT;
    const argument = reading.slots.options;
    return argument && !operation.within && /^\w+$/.test(spelled) ? optionAssigned(argument, spelled, call) : UNKNOWN;
  }
  const path = [...(operation.within ?? []), ...spelled.split(/\.(?=localAddress$|reusePort$)/)];
  const found = optionIn(fileOf(call), reading.options, path, call);
  return found.state === "absent" && reading.optionsUnknown ? UNKNOWN : found;
}

/** `listen`, also in `listen.call()`. */
function nameNode(call: Call): Node {
  return borrowed(call)?.method.property ?? calleeName(call);
}

/** `server.listen()`, `new WebSocketServer()`: short enough for a message. */
function labelOf(call: Call): string {
  const file = fileOf(call);
  const callee = borrowed(call)?.method ?? unwrap(call.callee);
  const text = file.text.slice(callee.range[0], callee.range[1]).replace(/\s/g, "");
  const short = /^[\w$.#?]{1,40}$/.test(text) ? text.replaceAll("?.", ".") : textOf(nameNode(call));
  return `${call.type === "NewExpression" ? "new " : ""}${short}()`;
}
