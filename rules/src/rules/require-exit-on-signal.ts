import { atEnd } from "../fixes/handlers.ts";
import { removeStatement } from "../fixes/statements.ts";
import { placesOf } from "../process/calls.ts";
import { idleHandler } from "../process/signals.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { isTcpListen } from "../sockets/site.ts";

/** How messages call the signals that ask a program to end. */
const SENT: Readonly<Record<string, string>> = { SIGINT: "Ctrl-C (SIGINT)", SIGTERM: "SIGTERM" };

/** A handler takes the place of what Node does by itself, which is to end; one that does not end the process keeps its ports. */
const rule: Rule = {
  name: "require-exit-on-signal",
  meta: {
    type: "problem",
    description: "Require that a signal handler ends the program",
    recommended: "off",
    messages: {
      logs: "{{who}} no longer {{stop}} the program, and its port stays taken: the handler only logs.",
      nothing: "{{who}} no longer {{stop}} the program, and its port stays taken: the handler is empty.",
      exit: "End the process: `process.exit()`.",
      remove: "Remove the handler: {{signal}} ends the process.",
    },
    help: {
      logs: "Close the server and call `process.exit()` in the handler; without a handler the signal ends the process.",
      nothing:
        "Remove the handler, and the signal ends the process; or close the server in it and call `process.exit()`.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  checkHandler(handler, { file, sites, process, environment }) {
    if (handler.kind !== "signal" || environment.runtime !== "node") return null;
    const sent = handler.signals?.flatMap((each) => SENT[each] ?? []) ?? [];
    if (sent.length === 0) return null;
    const listen = sites.sites.find((each) => each.kind === "api" && isTcpListen(each) && !process.isProbe(each));
    const idle = listen ? idleHandler(file, handler) : null;
    if (!listen || !idle) return null;
    const { call, listener, signals } = handler;
    // In a loop the statement is also that of other signals.
    const [signal, ...others] = signals ?? [];
    return {
      messageId: idle,
      data: { who: sent.join(" and "), stop: sent.length === 1 ? "stops" : "stop" },
      at: handler.name,
      related: [{ at: listen.name, message: "The program listens here." }],
      facts: ["sigterm-handler-keeps-port"],
      suggestions: () => [
        idle === "nothing" && signal !== undefined && others.length === 0
          ? suggestion("remove", removeStatement(file, call), { signal })
          : null,
        // A function that is called too goes on being called.
        suggestion(
          "exit",
          listener && placesOf(listener).length === 0 ? atEnd(file, listener, "process.exit()") : null,
        ),
      ],
    };
  },
};
export default rule;
