import type { Option } from "../analysis/options.ts";
import type { Ignored } from "../catalogue/types.ts";
import type { RuleContext, Suggestion } from "../rule.ts";
import { knowsReusePort } from "../sockets/sharing.ts";
import type { Site } from "../sockets/sites.ts";
import { liftOption, removeOption, removeStray, setOption } from "./index.ts";
import { joined } from "./layout.ts";
import { linuxGuard, stateReusePort } from "./sharing.ts";

/** Messages of the suggestions for an option that nobody reads where it is. */
export const IGNORED_MESSAGES = {
  remove: "Remove `{{option}}`, which does nothing here.",
  lift: "Move it up: `{{effective}}` beside `{{parent}}`.",
  stateThere: "Move it to `listen()` as `reusePort: false`: the port is not shared, as now.",
  shareThere: "Move it to `listen()`: `reusePort: {{guard}}`.",
  move: "Pass one options object with `{{option}}: {{value}}`.",
};

/** Ways out for an option that the catalogue knows to be dropped by a call. */
export function rowSuggestions(site: Site, row: Ignored, context: RuleContext<object>): (Suggestion | null)[] {
  const { file } = context;
  const edits = removeOption(file, site, row.option);
  const remove = edits && { messageId: "remove", data: { option: row.option }, edits };
  if (row.effective) {
    const lifted = liftOption(file, site, row.option, row.effective);
    const data = { effective: row.effective, parent: row.option.split(".")[0]! };
    return [lifted && { messageId: "lift", data, edits: lifted }, remove];
  }
  const listens = site.op === "create" && row.option === "reusePort" ? unstatedListens(site, context) : [];
  if (listens.length === 0) return [remove];
  // Without it the listens would state no policy.
  const there = (messageId: string, value: string): Suggestion | null => {
    const all = [edits, ...listens.map((each) => stateReusePort(each, context, value))];
    const whole = all.every((each) => each !== null) ? joined(all.flatMap((each) => each!)) : null;
    return whole && { messageId, data: { guard: value }, edits: whole };
  };
  const bypasses = listens.some((each) => bypassesPrimary(each, context));
  return [
    there("stateThere", "false"),
    knowsReusePort(context.environment) && !bypasses ? there("shareThere", linuxGuard(context)) : null,
  ];
}

/** The listens of a server on a port that state no policy of their own. */
function unstatedListens(creation: Site, { sites }: RuleContext<object>): Site[] {
  return sites.sites.filter(
    (each) =>
      each.op === "listen" &&
      each.transport === "tcp" &&
      each.endpoint.kind === "port" &&
      !each.repeated &&
      sites.creation(each) === creation &&
      each.option("reusePort").state === "absent" &&
      each.option("exclusive").state === "absent",
  );
}

/** With `reusePort` this worker would bind past a primary that the program relies on. */
function bypassesPrimary(site: Site, { environment, process }: RuleContext<object>): boolean {
  return environment.runtime === "node" && process.clusterRole(site) === "worker" && process.reliesOnPrimary !== null;
}

/** A way out for an option in an argument that nobody reads: `listen(3000, { reusePort: true })`. */
export function straySuggestion(
  site: Site,
  name: string,
  value: string,
  option: Option,
  context: RuleContext<object>,
): Suggestion | null {
  const { file, environment, typescript } = context;
  if (!option.at || !value || option.conditions) return null;
  if (bypassesPrimary(site, context) || (site.op !== "listen" && !knowsReusePort(environment))) {
    const edits = removeStray(file, site.call, option.at);
    return edits && { messageId: "remove", data: { option: name }, edits };
  }
  const known = knowsReusePort(environment);
  const edits = setOption(file, site, name, known ? value : "false", { typescript });
  return edits && { messageId: known ? "move" : "stateExclusive", data: { option: name, value }, edits };
}
