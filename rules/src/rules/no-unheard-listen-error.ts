import { moveFromApp, moveFromCallback, moveFromCatch } from "../fixes/error-listener.ts";
import { NO_OPTIONS, suggestion, type Finding, type Rule } from "../rule.ts";
import { deafTry } from "../sockets/listen-catch.ts";
import {
  emitsError,
  errorParameter,
  isKnownCall,
  callsBack,
  mayEmitError,
  mayHearErrors,
} from "../sockets/listen-errors.ts";
import type { ApiSite } from "../sockets/site.ts";
import { escapes } from "../analysis/escape.ts";

/** What only the error of a socket has. */
const OF_LISTEN = /\b(?:EADDRINUSE|EACCES|syscall)\b/;

const FACTS = ["node-listen-error-is-an-event"] as const;
const SERVER = "Listen for 'error' on the server; without a listener the process ends with an uncaught exception.";

/** listen() returns before the kernel is asked: a failure is an 'error' event of the server, and reaches nothing else. */
const rule: Rule = {
  name: "no-unheard-listen-error",
  meta: {
    type: "problem",
    description: "Disallow waiting for a listen error where none arrives",
    recommended: "off",
    trigger: "handlers",
    messages: {
      callback: "A failed listen never gets here: `{{call}}` gives its callback no error, the server emits it.",
      app: "A failed listen never gets here: its error is an event of the server, not of the application.",
      calledBack: "A failed listen never gets here: its error goes to the listening callback of `{{call}}`.",
      catch: "A failed listen never gets to the catch: `{{call}}` returns first, then the server emits 'error'.",
      pending:
        "A failed listen never gets to the catch: `{{call}}` stays pending, and a server inside it emits 'error'.",
      move: "Move it to an 'error' listener of the server.",
    },
    help: {
      callback: SERVER,
      app: SERVER,
      calledBack: "Take the error as the callback's first parameter.",
      catch: SERVER,
      pending: "Make the http.Server yourself and listen for 'error' on it; without a listener the process ends.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, { file, environment }) {
    if (!emitsError(site, environment)) return null;
    const parameter = errorParameter(site);
    const tried = deafTry(site);
    // Last, for it looks at all calls of the file.
    if ((!parameter && !tried) || mayHearErrors(site, file)) return null;
    const findings: Finding[] = [];
    const data = { call: site.label };
    if (parameter)
      findings.push({
        messageId: "callback",
        data,
        at: parameter,
        related: [{ at: site.name, message: "The server is told to listen here." }],
        facts: site.operation.emitsError?.callbackSince
          ? ["express-listen-callback", ...FACTS]
          : ["node-listen-callback-hears-no-error", ...FACTS],
        suggestions: () => [suggestion("move", moveFromCallback(file, site, parameter))],
      });
    if (tried)
      findings.push({
        messageId: site.operation.emitsError?.by === null ? "pending" : "catch",
        data,
        at: site.name,
        related: [{ at: tried.handler.param ?? tried.handler, message: "This catch clause waits for the error." }],
        facts: FACTS,
        suggestions: () => [suggestion("move", moveFromCatch(file, site, tried))],
      });
    return findings;
  },
  checkHandler(handler, { file, sites, environment }) {
    if (handler.kind !== "app-error") return null;
    const { call, listener, origins, about } = handler;
    if (environment.runtime !== "node" || mayEmitError(file, origins)) return null;
    const speaks = listener !== null && OF_LISTEN.test(file.text.slice(...listener.range));
    if (!speaks && (about === "requests" || escapes(file, origins, isKnownCall))) return null;
    const all = sites.sites.filter((each): each is ApiSite => each.kind === "api" && each.op === "listen");
    const own = all.filter((each) => each.origins.some((one) => origins.includes(one)));
    // `http.createServer(app)`: one of the other servers is the application's.
    const servers = own.length > 0 ? own : all;
    const called = servers.map((each) => callsBack(each, environment));
    if (called.includes("maybe") || servers.some((each) => mayHearErrors(each, file))) return null;
    const [only] = own;
    const related = only ? [{ at: only.name, message: "The server is made and told to listen here." }] : [];
    if (only && called.includes("yes"))
      return {
        messageId: "calledBack",
        data: { call: only.label },
        at: handler.name,
        related,
        facts: ["express-listen-callback", ...FACTS],
      };
    return {
      messageId: "app",
      at: handler.name,
      related,
      facts: FACTS,
      suggestions: () => [
        suggestion("move", only && own.length === 1 && about === "nothing" ? moveFromApp(file, call, only) : null),
      ],
    };
  },
};
export default rule;
