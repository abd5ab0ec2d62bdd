import { calleeName, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { borrowed, givenBy } from "../analysis/borrowed.ts";
import { conditionsOf, type Condition } from "../analysis/conditions.ts";
import { ABSENT, UNKNOWN, optionAssigned, optionIn, type Option } from "../analysis/options.ts";
import { fileOf, textOf } from "../analysis/source.ts";
import type { Operation, OptionName } from "../catalogue/types.ts";
import type { Reading } from "./arguments.ts";
import { isClientOption } from "../prefilter/client-text.ts";
import { endpointOf, hostOf } from "./endpoint.ts";
import { lookedFor } from "./from-elsewhere.ts";
import type { ShapedSite } from "./site.ts";
import { functionOf } from "../analysis/calls.ts";

/** What all sites of calls have, whether the callee is known or not. */
type Common = Omit<ShapedSite, "kind">;

/** The site of a call that is read in one way. `kind` says what kind it is, and what only that kind has. */
export function callSite<Kind extends object>(
  kind: Kind,
  call: Call,
  operation: Operation,
  origins: readonly object[],
  reading: Reading,
): Kind & Common {
  const options = new Map<string, Option>();
  const option = (name: string): Option => {
    let found = options.get(name);
    if (!found) options.set(name, (found = look(name)));
    return found;
  };
  function look(name: string): Option {
    const find = () => lookUp(call, operation, reading, name);
    return isClientOption(name) ? lookedFor(fileOf(call), find) : find();
  }
  let host: Option | undefined;
  let conditions: readonly Condition[] | undefined;
  return {
    ...kind,
    file: fileOf(call),
    op: operation.op,
    transport: operation.transport,
    operation,
    call,
    name: nameNode(call),
    label: labelOf(call),
    origins,
    endpoint: endpointOf(operation, reading, option),
    get host() {
      return (host ??= hostOf(operation, reading, option));
    },
    option,
    get portNode() {
      return reading.slots.port ?? option("port").node ?? null;
    },
    options: reading.options,
    optionsUnknown: reading.optionsUnknown,
    stray: reading.stray,
    get conditions() {
      return (conditions ??= [...reading.conditions, ...conditionsOf(call)]);
    },
    callback: functionOf(reading.slots.callback ?? (givenBy(call).at(-1) as Node | undefined)),
    repeated: false,
  };
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
  const text = file.text.slice(callee.range[0], callee.range[1]).replace(/\s+/g, "");
  const short = /^[\w$.#?]{1,40}$/.test(text) ? text.replaceAll("?.", ".") : textOf(nameNode(call));
  return `${call.type === "NewExpression" ? "new " : ""}${short}()`;
}
