/** What an option or an argument gives, as `syscalls()` takes it. */
import { givenBy } from "../analysis/borrowed.ts";
import { evaluate } from "../analysis/constants.ts";
import type { FlagValue } from "../catalogue/types.ts";
import type { Option } from "../analysis/options.ts";
import { portNumber } from "../sockets/ports.ts";
import type { CallSite } from "../sockets/site.ts";
import type { Given, SocketCall } from "./types.ts";

/** An argument of a call, which may be a spread. */
export type Argument = CallSite["call"]["arguments"][number];

/** A socket option that counts when it is truthy, or only where it is `true`. */
export function flag(option: Option, taken: FlagValue | null = "truthy"): Given<boolean> | undefined {
  if (option.state === "absent") return undefined;
  const isOn = taken === "truthy" ? Boolean(option.value) : option.value === true;
  return option.state === "known" && !option.conditions?.length ? { known: isOn } : "unknown";
}

export function text(option: Option): Given<string> | undefined {
  if (option.state === "absent" || option.value === "") return undefined;
  return typeof option.value === "string" ? { known: option.value } : "unknown";
}

export function port16(option: Option): Given<number> | undefined {
  if (option.state === "absent") return undefined;
  return number(option.value) ?? "unknown";
}

export function number(given: unknown): Given<number> | undefined {
  const port = portNumber(given);
  return port === null ? undefined : { known: port };
}

export function value<T>(node: Argument | undefined, as: (given: unknown) => T): Given<T> {
  const known = node && node.type !== "SpreadElement" ? evaluate(node) : null;
  return known ? { known: as(known.value) } : "unknown";
}

export function given<Name extends keyof SocketCall>(
  name: Name,
  value: SocketCall[Name] | undefined,
): Pick<SocketCall, Name> | Record<never, never> {
  return value === undefined ? {} : ({ [name]: value } as Pick<SocketCall, Name>);
}

/** The length of the accept queue that a listen asks for; absent is the default of the runtime. */
export function backlog(site: CallSite): Given<number> | undefined {
  const found = backlogIn(site);
  // net's listen() takes 0 for no backlog; a native one may mean it.
  return found !== undefined && found !== "unknown" && found.known === 0 && site.operation.again ? undefined : found;
}

function backlogIn(site: CallSite): Given<number> | undefined {
  if (site.options || site.optionsUnknown) {
    const option = site.option("backlog");
    if (option.state === "absent") return undefined;
    return typeof option.value === "number" ? { known: option.value } : "unknown";
  }
  if (!site.operation.forms.some((form) => form.includes("backlog"))) return undefined;
  for (const argument of givenBy(site.call).slice(1)) {
    const known = argument.type === "SpreadElement" ? null : evaluate(argument);
    if (typeof known?.value === "number") return { known: known.value };
  }
  return undefined;
}
