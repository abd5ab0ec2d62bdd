import { texts } from "./texts.ts";

/** How a helper is loaded, told by its extension. */
export type Dialect = "mjs" | "cjs" | "ts" | "mts" | "cts";

/** The text of the helper for a way of reaching libc and a dialect. */
export function helperText(through: "ffi" | "koffi", dialect: Dialect): string {
  const text = texts[through];
  return dialect === "mjs" ? text : dialect === "cjs" ? commonJs(text) : typeScript(text);
}

function commonJs(text: string): string {
  const exported = [...text.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  return text
    .replace(/^import \{ (.+) \} from ("[^"]+");$/gm, "const { $1 } = require($2);")
    .replace(/^import (\w+) from ("[^"]+");$/gm, "const $1 = require($2);")
    .replace(/^export function/gm, "function")
    .trimEnd()
    .concat(`\n\nmodule.exports = { ${exported.join(", ")} };\n`);
}

/** Types where others look; what is inside speaks to C, and TypeScript has nothing to say about that. */
function typeScript(text: string): string {
  return text
    .replace(
      /^\/\/ @ts-nocheck.*/,
      "// @ts-nocheck: the exported functions have their types, the calls into C need none.",
    )
    .replace(
      "export function connectFrom(localAddress, options) {",
      "export function connectFrom(localAddress: string, options: net.TcpNetConnectOpts & { host: string }): net.Socket {",
    )
    .replace(
      "export function createAgent(localAddress, options) {",
      "export function createAgent(localAddress: string, options?: http.AgentOptions): http.Agent {",
    )
    .replace(
      "export function createSecureAgent(localAddress, options) {",
      "export function createSecureAgent(localAddress: string, options?: https.AgentOptions): https.Agent {",
    );
}
