import { givenTo } from "./arguments.ts";
import { lastNameOf, nameOf, unwrap, type Node } from "./ast.ts";
import { evaluate } from "./constants.ts";
import { onlyResult } from "./only-return.ts";
import { elsewhere, propertyBehind } from "./elsewhere.ts";
import { inSteps, type Next } from "./in-steps.ts";
import { common, type Known } from "./operators.ts";
import { parameterOf, variableOf, writesOf, type Write } from "./variables.ts";

/** A step from a function to its callers counts as this many of the eight. */
const CALL = 3;

/**
 * The constants behind an expression that is not constant itself: `env || 3000`, `Number(x ?? 3000)`, `port = 3000` as
 * a parameter.
 */
export const fallbackOf = inSteps<Known>(8, null, (node, next) => {
  const at = unwrap(node);
  const known = evaluate(at);
  if (known) return known.value === undefined || known.value === null || Number.isNaN(known.value) ? null : known;
  switch (at.type) {
    case "LogicalExpression":
      return at.operator === "&&" ? null : (next(at.right) ?? next(at.left));
    case "ConditionalExpression": {
      const no = next(at.alternate);
      const yes = next(at.consequent);
      // Nothing stands behind a branch that only sometimes has a constant of no weight: `x ? (y || 0) : port`.
      if (!no || !yes) return (no ?? yes)?.value ? (no ?? yes) : null;
      return no.value ? no : yes;
    }
    case "UnaryExpression":
      return at.operator === "+" ? next(at.argument) : null;
    case "CallExpression": {
      if (at.arguments[0])
        return /^(?:number|parseint|string|tonumber|toint\w*)$|port/i.test(lastNameOf(at.callee) ?? "")
          ? next(at.arguments[0] as Node)
          : null;
      const result = onlyResult(unwrap(at.callee));
      return result && next(result);
    }
    case "MemberExpression": {
      const name = nameOf(at);
      const found = (name === null ? null : propertyBehind(at.object, name)) ?? elsewhere(at);
      return found && next(found);
    }
    case "Identifier": {
      const variable = variableOf(at);
      if (!variable || variable.defs.length !== 1) return null;
      const parameter = parameterOf(variable);
      const given = givenTo(variable);
      if (given) return commonFallback(given, next);
      if (parameter) return parameter.fallback && next(parameter.fallback);
      const writes = writesOf(variable);
      if (writes?.length !== 1) {
        const other = elsewhere(at);
        return other && next(other);
      }
      return behindWrite(writes[0]!, next, 1);
    }
    default:
      return null;
  }
});

function behindWrite({ node, path, fallback }: Write, next: Next<Known>, steps: number): Known {
  const taken = path.reduce<Node | null>((from, name) => from && propertyBehind(from, name), node);
  return (taken && next(taken, steps)) ?? (fallback ? next(fallback, steps) : null);
}

/** The constant that stands behind what every caller hands over. */
function commonFallback(given: readonly Write[], next: Next<Known>): Known {
  return common(given, (each) => behindWrite(each, next, CALL));
}
