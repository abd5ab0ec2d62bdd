import { isFunction, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { givenBy } from "../analysis/borrowed.ts";
import type { Condition } from "../analysis/conditions.ts";
import type { Operation, Slot } from "../catalogue/types.ts";
import { isNamedOtherwise } from "./port-names.ts";
import { isPortLike, lastName } from "./ports.ts";
import { functionOf } from "../analysis/calls.ts";
import { mayBeOptions, optionsObjectsOf, type OptionsObject } from "../analysis/options-objects.ts";

/** One way to read the arguments of a call. */
export interface Reading {
  slots: Partial<Record<Slot, Node>>;
  options: OptionsObject | null;
  optionsUnknown: boolean;
  stray: OptionsObject[];
  conditions: Condition[];
}

/** A reading for each object that the options may be and each branch of a conditional first argument. */
export function readings(call: Call, operation: Operation): Reading[] {
  const given = givenBy(call);
  const spread = given.findIndex((each) => each.type === "SpreadElement");
  const args = (spread === -1 ? given : given.slice(0, spread)) as Node[];
  if (spread === 0) return [{ slots: {}, options: null, optionsUnknown: true, stray: [], conditions: [] }];
  return branches(args[0]).flatMap(({ node, conditions }) =>
    read(node ? [node, ...args.slice(1)] : [], operation, spread !== -1).map((each) => ({
      ...each,
      conditions: [...conditions, ...each.conditions],
    })),
  );
}

/** The alternatives of a conditional first argument. */
function branches(
  node: Node | undefined,
  conditions: Condition[] = [],
): { node: Node | undefined; conditions: Condition[] }[] {
  const at = node && unwrap(node);
  if (at?.type !== "ConditionalExpression" || conditions.length > 2) return [{ node, conditions }];
  const object = (each: Node) => ["ObjectExpression", "ConditionalExpression"].includes(unwrap(each).type);
  if (!object(at.consequent) && !object(at.alternate)) return [{ node, conditions }];
  return [
    ...branches(at.consequent, [...conditions, { test: at.test, when: true }]),
    ...branches(at.alternate, [...conditions, { test: at.test, when: false }]),
  ];
}

function read(args: readonly Node[], operation: Operation, cut: boolean): Reading[] {
  const form =
    operation.forms.find((each) => fits(args, each)) ??
    operation.forms.find((each) => each[0] !== "options" && each[0] !== "callback") ??
    (operation.forms.at(-1) as readonly Slot[]);
  const slots: Partial<Record<Slot, Node>> = {};
  const stray: OptionsObject[] = [];
  let options: OptionsObject[] | null = null;
  let optionsUnknown = cut;
  for (const [i, arg] of args.entries()) {
    const slot = form[i];
    if (slot === "options" && !functionOf(arg)) {
      options = optionsObjectsOf(arg);
      if (!options && !isPlainValue(arg)) optionsUnknown = true;
      slots.options = arg;
      continue;
    }
    if (functionOf(arg) || (slot === "host" && isCallbackName(arg))) slots.callback = arg;
    else if (slot) slots[slot] = arg;
    const object = slot === "other" ? null : optionsObjectsOf(arg);
    if (object && i > 0) stray.push(...object);
  }
  const whole = (options ?? [null]).slice(0, 8);
  return whole.map((each) => ({
    slots,
    options: each,
    optionsUnknown,
    stray,
    conditions: [...(each?.conditions ?? [])],
  }));
}

/** `listen(port, resolve)`, `listen(port, callback)`: called like a function, in a place where a host may stand. */
function isCallbackName(node: Node): boolean {
  const name = lastName(node) ?? "";
  return /^(?:resolve|cb|done|next|fn)$|(?:callback|listener|handler)$/i.test(name) || /^on[A-Z]/.test(name);
}

function isPlainValue(node: Node): boolean {
  const type = unwrap(node).type;
  return type === "Literal" || type === "TemplateLiteral" || isFunction(node);
}

function fits(args: readonly Node[], form: readonly Slot[]): boolean {
  const [first, second] = args;
  if (!first) return form[0] !== "options";
  const options = args[form.indexOf("options")];
  switch (form[0]) {
    case "options": {
      if (optionsObjectsOf(first)) return true;
      if (mayBeOptions(first)) return true;
      const name = lastName(first);
      return name !== null && isNamedOtherwise(name) && /opt|conf|cfg|args/i.test(name) && !functionOf(first);
    }
    case "callback":
      return functionOf(first) !== null;
    case "host":
      return args.length > 2 && second !== undefined && !functionOf(second) && !isPortLike(first);
    case "port":
      if (form[1] === "other" && args.length > 2 && !isPortLike(first) && second !== undefined && isPortLike(second))
        return false;
      return !form.includes("options") || options === undefined || optionsObjectsOf(options) !== null;
    default:
      return !form.includes("options") || (options !== undefined && optionsObjectsOf(options) !== null);
  }
}
