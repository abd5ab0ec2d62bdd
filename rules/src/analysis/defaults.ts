import { givenTo } from "./arguments.ts";
import { lastNameOf, nameOf, unwrap, type Node } from "./ast.ts";
import { evaluate, onlyResult } from "./constants.ts";
import { elsewhere, propertyBehind } from "./elsewhere.ts";
import type { Known } from "./operators.ts";
import { parameterOf, variableOf, writesOf, type Write } from "./variables.ts";

/** A step from a function to its callers counts as this many of the eight. */
const CALL = 3;

/**
 * The constants behind an expression that is not constant itself: `env || 3000`, `Number(x ?? 3000)`, `port = 3000` as
 * a parameter.
 */
export function fallbackOf(node: Node, depth = 0): Known {
  if (depth > 8) return null;
  const at = unwrap(node);
  const known = evaluate(at);
  if (known) return known.value === undefined || known.value === null || Number.isNaN(known.value) ? null : known;
  switch (at.type) {
    case "LogicalExpression":
      return at.operator === "&&" ? null : (fallbackOf(at.right, depth + 1) ?? fallbackOf(at.left, depth + 1));
    case "ConditionalExpression": {
      const no = fallbackOf(at.alternate, depth + 1);
      const yes = fallbackOf(at.consequent, depth + 1);
      // Nothing stands behind a branch that only sometimes has a constant of no weight: `x ? (y || 0) : port`.
      if (!no || !yes) return (no ?? yes)?.value ? (no ?? yes) : null;
      return no.value ? no : yes;
    }
    case "UnaryExpression":
      return at.operator === "+" ? fallbackOf(at.argument, depth + 1) : null;
    case "CallExpression": {
      if (at.arguments[0])
        return /^(?:number|parseint|string|tonumber|toint\w*)$|port/i.test(lastNameOf(at.callee) ?? "")
          ? fallbackOf(at.arguments[0] as Node, depth + 1)
          : null;
      const result = onlyResult(unwrap(at.callee));
      return result && fallbackOf(result, depth + 1);
    }
    case "MemberExpression": {
      const name = nameOf(at);
      const found = (name === null ? null : propertyBehind(at.object, name)) ?? elsewhere(at);
      return found && fallbackOf(found, depth + 1);
    }
    case "Identifier": {
      const variable = variableOf(at);
      if (!variable || variable.defs.length !== 1) return null;
      const parameter = parameterOf(variable);
      const given = givenTo(variable);
      if (given) return commonFallback(given, depth + CALL);
      if (parameter) return parameter.fallback && fallbackOf(parameter.fallback, depth + 1);
      const writes = writesOf(variable);
      if (writes?.length !== 1) {
        const other = elsewhere(at);
        return other && fallbackOf(other, depth + 1);
      }
      return behindWrite(writes[0]!, depth + 1);
    }
    default:
      return null;
  }
}

function behindWrite({ node, path, fallback }: Write, depth: number): Known {
  const taken = path.reduce<Node | null>((from, name) => from && propertyBehind(from, name), node);
  return (taken && fallbackOf(taken, depth)) ?? (fallback ? fallbackOf(fallback, depth) : null);
}

/** The constant that stands behind what every caller hands over. */
function commonFallback(given: readonly Write[], depth: number): Known {
  const [first, ...others] = given.map((each) => behindWrite(each, depth));
  return first && others.every((each) => each && Object.is(each.value, first.value)) ? first : null;
}
