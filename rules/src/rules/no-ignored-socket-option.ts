import { IGNORED_MESSAGES, rowSuggestions, straySuggestion } from "../fixes/ignored.ts";
import { removeOption } from "../fixes/index.ts";
import { SHARING_MESSAGES, isAlone, sharingSuggestions } from "../fixes/sharing.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext, suggestion } from "../rule.ts";
import { asksForIt, optionIn } from "../analysis/options.ts";
import { shownValue } from "./shown-value.ts";
import type { FactId } from "../kernel/facts.ts";
import { PLATFORMS } from "../settings.ts";
import { isReadElsewhere, isTrueOn, reuseOf, rowAgainst } from "../sockets/reuse.ts";
import { isTcpListen, type CallSite } from "../sockets/site.ts";
import { makesDatagramSocket } from "../sockets/udp.ts";
import { admitsOldNode } from "../sockets/versions.ts";
import { whyTooOld, type Why } from "../sockets/why-ignored.ts";

/** An option in a place where nobody reads it looks like a decision and is none. */
const rule: Rule = {
  name: "no-ignored-socket-option",
  meta: {
    type: "problem",
    description: "Disallow socket options in places where the runtime silently ignores them",
    recommended: "error",
    messages: {
      ignored: "`{{option}}` has no effect on `{{call}}`: {{because}}.",
      wrongType: "The port is not shared: `{{call}}` takes `reusePort` only as the boolean `true`, not as {{value}}.",
      ephemeralPort:
        "Nothing is shared: on port 0 the kernel gives every TCP listen a port of its own, with `reusePort` too.",
      tooOld:
        "A second process fails with EADDRINUSE on Node before 22.12.0 and on 23.0.x: there `reusePort` is ignored.",
      ...IGNORED_MESSAGES,
      ...SHARING_MESSAGES,
    },
    help: {
      ignored: "Instead, {{instead}}.",
      wrongType: "Write `true`, or make it a boolean first.",
      ephemeralPort: "Remove it, or give the listen a port.",
      tooOld: "Raise {{by}} ({{range}}), which admits such versions.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (site.kind === "raw") return null;
    const misplaced = [...checkRow(site, context), ...checkStray(site, context)];
    return misplaced.length > 0 ? misplaced : checkReusePort(site, context);
  },
};
export default rule;

/** Options that the catalogue knows to be dropped by this call. */
function checkRow(site: CallSite, context: RuleContext<object>): Finding[] {
  const { environment } = context;
  return (site.operation.ignores ?? []).flatMap((row) => {
    const option = site.option(row.option);
    // A value that asks for nothing is no harm where it is.
    if (rowAgainst(site, row.option, environment) !== row || !asksForIt(option)) return [];
    if (isReadElsewhere(site, option, row, environment)) return [];
    return [
      {
        messageId: "ignored",
        data: { call: site.label, option: row.option, because: row.because, instead: row.instead },
        at: option.at ?? site.name,
        facts: factsOf(row),
        suggestions: () => rowSuggestions(site, row, context),
      },
    ];
  });
}

/** Options in an argument that nobody reads: `listen(3000, { reusePort: true })`. */
function checkStray(site: CallSite, context: RuleContext<object>): Finding[] {
  const names =
    site.op === "listen" || site.op === "bind"
      ? ["reusePort"]
      : site.op === "create" && site.transport === "udp"
        ? ["reusePort", "reuseAddr"]
        : [];
  return site.stray.flatMap((options) =>
    names.flatMap((name) => {
      const option = optionIn(site.file, options, [name], site.call);
      if (!asksForIt(option)) return [];
      const instead =
        site.op === "create"
          ? "pass one object with `type` as the first argument"
          : "pass one options object, with the port in it, as the first argument";
      return [
        {
          messageId: "ignored",
          data: { call: site.label, option: name, because: "it does not stand in the first argument", instead },
          at: option.at ?? site.name,
          facts: site.op === "listen" ? (["node-reuse-port-second-argument"] as const) : [],
          suggestions: () => [straySuggestion(site, name, option, context)],
        },
      ];
    }),
  );
}

function checkReusePort(site: CallSite, context: RuleContext<object>): Finding | null {
  if (!isTcpListen(site) && !makesDatagramSocket(site)) return null;
  const { environment, file } = context;
  const reuse = reuseOf(site, environment);
  if (reuse.state !== "ignored" && reuse.state !== "effective") return null;
  const { option } = reuse;
  const removal = () => {
    const edits = isTcpListen(site) && !isAlone(site, context) ? null : removeOption(file, site, "reusePort");
    return [suggestion("remove", edits, { option: "reusePort" })];
  };
  const found = (messageId: string, data: Finding["data"], facts: Finding["facts"], removes = true): Finding => ({
    messageId,
    data: { call: site.label, ...data },
    at: option.at ?? site.name,
    facts: facts ?? [],
    suggestions: removes ? removal : () => [],
  });
  if (reuse.state === "ignored" && (reuse.by === "call" || reuse.by === "endpoint")) {
    const { because, instead } = reuse.why;
    return found("ignored", { option: "reusePort", because, instead }, factsOf(reuse.why));
  }
  if (reuse.state === "ignored" && reuse.by === "type") {
    const value = shownValue(option.value);
    const wrong = found("wrongType", { value }, factsOf(reuse.why));
    const inWorker = context.process.clusterRole(site) === "worker";
    return isTcpListen(site) && !inWorker ? { ...wrong, suggestions: () => sharingSuggestions(site, context) } : wrong;
  }
  const isTrueSomewhere = PLATFORMS.some((each) => isTrueOn(site, option, each) === true);
  if (reuse.state === "ignored" || (admitsOldNode(environment) && isTrueSomewhere)) {
    if (!isTrueSomewhere) return null;
    const { by = "", value: range = "" } = environment.node ?? {};
    return found("tooOld", { by, range }, factsOf(whyTooOld(site)), false);
  }
  const chosen = isTcpListen(site) && site.endpoint.kind === "ephemeral" && site.endpoint.node !== null;
  if (!chosen || !reuse.constant) return null;
  const facts = ["tcp-port-zero-never-shares"] as const;
  return found("ephemeralPort", {}, environment.runtime === "node" ? ["node-reuse-port-port-zero", ...facts] : facts);
}

function factsOf({ fact }: Why): readonly FactId[] {
  return fact ? [fact] : [];
}
