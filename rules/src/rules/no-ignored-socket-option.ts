import { rowSuggestions, straySuggestion, IGNORED_MESSAGES } from "../fixes/ignored.ts";
import { removeOption } from "../fixes/index.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { optionIn, type Option } from "../analysis/options.ts";
import { PLATFORMS } from "../settings.ts";
import {
  admitsOldNode,
  applies,
  isConstantTrue,
  isReadElsewhere,
  isTrueOn,
  onlyOldNode,
  whyIgnored,
} from "../sockets/sharing.ts";
import type { Site } from "../sockets/sites.ts";
import { SHARING_MESSAGES, isAlone, sharingSuggestions } from "../fixes/sharing.ts";

/** An option in a place where nobody reads it looks like a decision and is none. */
const rule: Rule = {
  name: "no-ignored-socket-option",
  meta: {
    type: "problem",
    description: "Disallow socket options in places where the runtime silently ignores them",
    recommended: "error",
    messages: {
      ignored: "`{{call}}` silently ignores `{{option}}`: {{because}}. Instead, {{instead}}.",
      wrongType: "`{{call}}` takes `reusePort` only as the boolean `true`; {{value}} is silently ignored.",
      ephemeralPort:
        "`reusePort` does nothing on port 0: the kernel gives every TCP listen a port of its own, and none is shared.",
      tooOld:
        "Node before 22.12.0, and 23.0.x, silently ignores `reusePort` in `{{call}}`, and {{by}} admits such versions ({{range}}): there a second process fails with EADDRINUSE.",
      ...IGNORED_MESSAGES,
      ...SHARING_MESSAGES,
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (site.raw) return null;
    const misplaced = [...checkRow(site, context), ...checkStray(site, context)];
    return misplaced.length > 0 ? misplaced : checkReusePort(site, context);
  },
};
export default rule;

/** A value that asks for nothing is no harm where it is. */
function asksForIt(option: Option): boolean {
  return option.state === "set" && !("value" in option && !option.value);
}

/** Options that the catalogue knows to be dropped by this call. */
function checkRow(site: Site, context: RuleContext<object>): Finding[] {
  return (site.operation.ignores ?? []).flatMap((row) => {
    const option = site.option(row.option);
    if (!applies(row, site, context.environment) || !asksForIt(option) || isReadElsewhere(site, option, row, context))
      return [];
    return [
      {
        messageId: "ignored",
        data: { call: site.label, option: row.option, because: row.because, instead: row.instead },
        at: option.at ?? site.name,
        facts:
          row.option === "reusePort"
            ? (["node-reuse-port-create-server"] as const)
            : (["node-local-address-binds"] as const),
        suggestions: rowSuggestions(site, row, context),
      },
    ];
  });
}

/** Options in an argument that nobody reads: `listen(3000, { reusePort: true })`. */
function checkStray(site: Site, context: RuleContext<object>): Finding[] {
  const names =
    site.op === "listen" || site.op === "bind"
      ? ["reusePort"]
      : site.op === "create" && site.transport === "udp"
        ? ["reusePort", "reuseAddr"]
        : [];
  return site.stray.flatMap((settings) =>
    names.flatMap((name) => {
      const option = optionIn(site.file, settings, [name], site.call);
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
          facts: ["node-reuse-port-second-argument"] as const,
          suggestions: [straySuggestion(site, name, option, context)],
        },
      ];
    }),
  );
}

function checkReusePort(site: Site, context: RuleContext<object>): Finding | null {
  const { environment, file, process } = context;
  const listens = site.op === "listen" && site.transport === "tcp";
  if (!listens && !(site.op === "create" && site.transport === "udp")) return null;
  const option = site.option("reusePort");
  if (!asksForIt(option)) return null;
  const at = option.at ?? site.name;
  const removal = () => {
    const edits = listens && !isAlone(site, context) ? null : removeOption(file, site, "reusePort");
    return [edits && { messageId: "remove", data: { option: "reusePort" }, edits }];
  };
  const why = whyIgnored(site, environment);
  if (why)
    return {
      messageId: "ignored",
      data: { call: site.label, option: "reusePort", because: why.because, instead: why.instead },
      at,
      facts: ["node-reuse-port-path"],
      suggestions: removal(),
    };
  if (site.operation.reusePort !== "forwarded") return null;
  if (site.operation.reusePortValue === "strict" && "value" in option && typeof option.value !== "boolean") {
    return {
      messageId: "wrongType",
      data: { call: site.label, value: JSON.stringify(option.value) ?? String(option.value) },
      at,
      facts: ["node-reuse-port-strict-true"],
      suggestions: listens && process.clusterRole(site) !== "worker" ? sharingSuggestions(site, context) : removal(),
    };
  }
  if (
    onlyOldNode(environment) ||
    (admitsOldNode(environment) && PLATFORMS.some((each) => isTrueOn(site, option, each) === true))
  ) {
    if (!PLATFORMS.some((each) => isTrueOn(site, option, each) === true)) return null;
    return {
      messageId: "tooOld",
      data: { call: site.label, by: environment.node?.by ?? "", range: environment.node?.value ?? "" },
      at,
      facts: ["node-reuse-port-versions"],
    };
  }
  if (listens && site.endpoint.kind === "ephemeral" && site.endpoint.node && isConstantTrue(site, option)) {
    return {
      messageId: "ephemeralPort",
      data: { call: site.label },
      at,
      facts: ["node-reuse-port-port-zero", "tcp-port-zero-never-shares"],
      suggestions: removal(),
    };
  }
  return null;
}
