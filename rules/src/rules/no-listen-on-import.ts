import { guardAsMain } from "../fixes/main-guard.ts";
import { conflictOf } from "../process/conflicts.ts";
import { loadedBy } from "../runs/on-import.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { badArguments } from "../sockets/listen-arguments.ts";
import { portText } from "./port-text.ts";

const GUARD = "Listen only where the module is the program, or in a file of its own that nobody imports.";

/** What stands at the top of a module runs in every process that loads it, for whatever it is loaded. */
const rule: Rule = {
  name: "no-listen-on-import",
  meta: {
    type: "problem",
    description: "Disallow a listen that runs whenever its module is loaded",
    recommended: "off",
    messages: {
      test: "Every test process that imports this module opens {{port}}: `{{call}}` runs on import.",
      handler: "Every instance of the cloud function opens {{port}}: `{{call}}` runs when the handler is loaded.",
      loader: "Fails with EADDRINUSE when {{name}} loads this module again: `{{call}}` opens {{port}} every time.",
      guard: "Listen only where this module is the program: `if ({{test}})`.",
      guardAndState: "Listen only where this module is the program: `if ({{test}})`, with `reusePort: false`.",
    },
    help: {
      test: GUARD,
      handler: GUARD,
      loader: "Let the framework's own server do it, or start the server in a process of its own.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const loaded = loadedBy(site, context);
    if (!loaded || site.kind !== "api" || conflictOf(site, context) || badArguments(site, context.environment))
      return null;
    const { kind } = loaded;
    return {
      messageId: kind,
      data: { call: site.label, port: portText(site), ...(kind === "loader" && { name: loaded.name }) },
      at: site.name,
      related:
        kind === "test"
          ? [{ at: loaded.by, message: "This test imports the module." }]
          : kind === "handler"
            ? [{ at: loaded.call, message: "The handler is made here." }]
            : [],
      facts: ["listener-blocks-reuse-addr"],
      suggestions: () => {
        const guard = kind === "loader" ? null : guardAsMain(site, context);
        return [guard && suggestion(guard.states ? "guardAndState" : "guard", guard.edits, { test: guard.test })];
      },
    };
  },
};
export default rule;
