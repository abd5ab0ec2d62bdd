import type { Node } from "../../analysis/ast.ts";
import { evaluate } from "../../analysis/constants.ts";
import { lastName } from "../ports.ts";
import type { RawOption } from "../site.ts";

/** The option that a pair of arguments of setsockopt() names. */
export function optionName(level: Node | undefined, option: Node | undefined): RawOption {
  const levelValue = level && constant(level);
  const value = option && constant(option);
  if (value === undefined || levelValue === undefined) return "unknown";
  const isSocket = levelValue === "SOL_SOCKET" || levelValue === 1;
  const isIp = levelValue === "IPPROTO_IP" || levelValue === "SOL_IP" || levelValue === 0;
  if (isSocket && (value === "SO_REUSEADDR" || value === 2)) return "SO_REUSEADDR";
  if (isSocket && (value === "SO_REUSEPORT" || value === 15)) return "SO_REUSEPORT";
  if (isIp && (value === "IP_BIND_ADDRESS_NO_PORT" || value === 24)) return "IP_BIND_ADDRESS_NO_PORT";
  if (value === "SO_REUSEADDR" || value === "SO_REUSEPORT" || value === "IP_BIND_ADDRESS_NO_PORT") return value;
  return typeof value === "number" && typeof levelValue === "number" ? "other" : "unknown";
}

/** The number of a constant, or its name where only that is known (imported constants). */
function constant(node: Node): number | string | undefined {
  const known = evaluate(node);
  if (typeof known?.value === "number") return known.value;
  const name = lastName(node);
  return name !== null && /^(?:SOL|SO|IPPROTO|IP|SOCK|TCP)_\w+$/.test(name) ? name : undefined;
}
