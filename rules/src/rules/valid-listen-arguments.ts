import { NO_OPTIONS, suggestion, type Edit, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { badArguments, errorOf, portCheckOf, type BadArguments } from "../sockets/listen-arguments.ts";
import { givenBy } from "../analysis/borrowed.ts";
import type { Node } from "../analysis/ast.ts";
import type { ApiSite } from "../sockets/site.ts";
import { shownValue } from "./shown-value.ts";

/** A port is an integer of 0 to 65535, and net's listen() takes it before the host. */
const rule: Rule = {
  name: "valid-listen-arguments",
  meta: {
    type: "problem",
    description: "Disallow ports and hosts that a listen does not take as they are meant",
    recommended: "off",
    messages: {
      constant: "Throws {{error}}: {{value}} is not a port.",
      fallback: "Throws {{error}} where nothing else is configured: {{value}} is not a port.",
      text: "Fails with an 'error' event whose code is UNKNOWN: Deno's dgram takes no text for a port, here {{value}}.",
      range: "Throws {{error}} for a part of its values: this port goes from {{min}} to {{max}}.",
      fraction: "Throws {{error}}: this port is computed and not rounded.",
      wraps: "Binds port {{port}} without an error: {{value}} is not a port, and only its low 16 bits count.",
      wrapsToAny: "Binds a port of the kernel's choice without an error: {{value}} is not a port.",
      rangeWraps: "Binds another port for a part of its values: this port goes from {{min}} to {{max}}.",
      swapped: "Opens a socket file or pipe named {{text}}, not a port: `listen()` takes the port first.",
      url: "Opens no port: `listen()` takes {{text}} for a path, that of a socket file in the folder {{folder}}.",
      missing: "Throws ERR_INVALID_ARG_VALUE: the options have neither `port` nor `path`.",
      host: "Fails with ENOTFOUND: {{value}} is neither an address nor a name.",
      flag: "Fails with {{error}}: `{{option}}` has to be a boolean, and is {{value}}.",
      addressAlone: "Write {{meant}}.",
      swapArguments: "Name them, with `reusePort: false`: then the order does not matter.",
    },
    help: {
      constant: "Use an integer of 0 to 65535.",
      fallback: "Use an integer of 0 to 65535.",
      text: "Use a number, with `Number()` say.",
      range: "Stay within 0 and 65535.",
      fraction: "Round it, with `Math.floor()` say.",
      wraps: "Use an integer of 0 to 65535.",
      wrapsToAny: "Use an integer of 0 to 65535.",
      rangeWraps: "Stay within 0 and 65535.",
      swapped: "Give the port first, then the host.",
      url: "Give the port, then the host; a path has no scheme in front.",
      missing: "Add `port`; 0 lets the kernel choose.",
      host: "Write {{meant}}: brackets belong to URLs, and no host takes all addresses of IPv4 and IPv6.",
      flag: "Write `true` or `false`, or convert the value first.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const bad = badArguments(site, context.environment);
    return bad && site.kind === "api" ? finding(site, bad, context) : null;
  },
};
export default rule;

function finding(site: ApiSite, bad: BadArguments, context: RuleContext<object>): Finding | null {
  const error = portCheckOf(site, context.environment);
  const at = site.options ? (site.option("port").at ?? bad.at) : bad.at;
  const wraps = error === "wraps";
  const facts = ["node-port-text"] as const;
  switch (bad.kind) {
    case "constant": {
      const port = typeof bad.value === "bigint" ? 0 : (Number(bad.value) | 0) & 0xffff;
      const data = { value: shownValue(bad.value), error: error ? errorOf(error, bad.value) : "", port: String(port) };
      // A fraction loses what is behind the point; the port may still be the one that is meant.
      if (wraps) return { messageId: port === 0 ? "wrapsToAny" : "wraps", data, at, facts };
      return { messageId: bad.fallback ? "fallback" : "constant", data, at, facts };
    }
    case "text":
      return { messageId: "text", data: { value: shownValue(bad.value) }, at, facts: ["deno-dgram-port-text"] };
    case "range": {
      const data = { min: String(bad.min), max: String(bad.max), error: String(error) };
      return { messageId: wraps ? "rangeWraps" : "range", data, at, facts };
    }
    case "missing":
      return { messageId: "missing", at, facts: ["node-undefined-port-is-random"] };
    case "host": {
      const data = { value: JSON.stringify(bad.value), meant: JSON.stringify(bad.meant) };
      return {
        messageId: "host",
        data,
        at: bad.at,
        facts: [HOST_FACTS[context.environment.runtime]],
        suggestions: () => [suggestion("addressAlone", inPlace(bad.at, bad.meant, context), data)],
      };
    }
    case "flag":
      return {
        messageId: "flag",
        data: {
          option: bad.option,
          value: shownValue(bad.value),
          error: context.environment.runtime === "deno" ? "a TypeError" : "ERR_INVALID_ARG_TYPE",
        },
        at: bad.at,
        facts: [FLAG_FACTS[context.environment.runtime]],
      };
    case "fraction":
      // bind() cuts it off, which is what rounding would do.
      return wraps ? null : { messageId: "fraction", data: { error: String(error) }, at, facts };
    case "url": {
      const folder = JSON.stringify(bad.text.slice(0, bad.text.indexOf("/")));
      const text = JSON.stringify(bad.text.slice(0, 30) + (bad.whole ? "" : "…"));
      return { messageId: "url", data: { text, folder }, at, facts: [...facts, "node-socket-path-errors"] };
    }
    case "swapped": {
      const text = bad.text === null ? "after the host" : JSON.stringify(bad.text.slice(0, 30));
      return {
        messageId: "swapped",
        data: { text },
        at,
        facts,
        suggestions: () => [suggestion("swapArguments", inOrder(site, bad.port, context))],
      };
    }
  }
}

const HOST_FACTS = { node: "node-host-in-brackets", bun: "bun-hosts", deno: "deno-hosts" } as const;
const FLAG_FACTS = { node: "node-bound-socket", bun: "bun-flags", deno: "deno-flags-strict-true" } as const;

/** The address in the quotes of the host that is written. */
function inPlace(at: Node, address: string, { file }: RuleContext<object>): Edit[] | null {
  if (at.type !== "Literal") return null;
  const [quote = '"'] = file.text.slice(...at.range);
  return [{ range: at.range, text: `${quote}${address}${quote}` }];
}

/** `listen(host, port)` becomes `listen({ port, host, reusePort: false })`, which states all that other rules ask for. */
function inOrder(site: ApiSite, port: Node | null, { file }: RuleContext<object>): Edit[] | null {
  const [first, second] = givenBy(site.call);
  if (!first || !second || second !== port) return null;
  const text = (node: { range: [number, number] }) => file.text.slice(...node.range);
  const property = (name: string, value: string) => (name === value ? name : `${name}: ${value}`);
  const options = `{ ${property("port", text(second))}, ${property("host", text(first))}, reusePort: false }`;
  return [{ range: [first.range[0], second.range[1]], text: options }];
}
