import { insertBefore } from "./index.ts";
import type { Edit } from "../rule.ts";
import { nameOf, unwrap } from "../analysis/ast.ts";
import { resolve } from "../analysis/values.ts";
import type { RawSite } from "../sockets/site.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";

/** Linux's numbers, as setsockopt(2) takes them: level, option. */
const NUMBERS = {
  SO_REUSEADDR: ["1 /* SOL_SOCKET */", "2 /* SO_REUSEADDR */"],
  IP_BIND_ADDRESS_NO_PORT: ["0 /* IPPROTO_IP */", "24 /* IP_BIND_ADDRESS_NO_PORT */"],
} as const;

/**
 * Inserts a `setsockopt` before a raw `bind`. The file has to show how it passes an option's value:
 * the call is written like another setsockopt of the file. Null where there is none.
 */
export function insertSetsockopt(
  file: SourceFile,
  bind: RawSite,
  option: keyof typeof NUMBERS,
): readonly Edit[] | null {
  const descriptor = bind.args[0];
  const model = indexOf(file).calls.find((call) => {
    const value = resolve(call.callee);
    return (
      value?.kind === "c" &&
      value.name === "setsockopt" &&
      call.arguments.length === 5 &&
      call.arguments.every((each) => each.type !== "SpreadElement")
    );
  });
  if (!model || !descriptor) return null;
  const text = (node: { range: readonly [number, number] }) => file.text.slice(node.range[0], node.range[1]);
  const callee = unwrap(model.callee);
  if (callee.type !== "Identifier" && !(callee.type === "MemberExpression" && nameOf(callee))) return null;
  const [level, name] = NUMBERS[option];
  const [, , , value, length] = model.arguments;
  return insertBefore(
    file,
    bind.call,
    `${text(callee)}(${text(descriptor)}, ${level}, ${name}, ${text(value!)}, ${text(length!)});`,
  );
}
