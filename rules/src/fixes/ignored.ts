import { onPlatform } from "../analysis/assumptions.ts";
import { evaluate } from "../analysis/constants.ts";
import type { Option } from "../analysis/options.ts";
import type { Ignored } from "../catalogue/types.ts";
import { suggestion, type RuleContext, type Suggestion } from "../rule.ts";
import { receivesMany } from "../sockets/membership.ts";
import { isTcpListen, type CallSite } from "../sockets/site.ts";
import { bindOf } from "../sockets/udp.ts";
import { liftOption, removeOption, removeStray, setOption } from "./index.ts";
import { joined } from "./layout.ts";
import { bypassesPrimary, canShare, isAlone, linuxGuard, stateReusePort } from "./sharing.ts";

/** Messages of the suggestions for an option that nobody reads where it is. */
export const IGNORED_MESSAGES = {
  remove: "Remove `{{option}}`, which does nothing here.",
  lift: "Move it up: `{{effective}}` beside `{{parent}}`.",
  stateThere: "Move it to `listen()` as `reusePort: false`: the port is not shared, as now.",
  shareThere: "Move it to `listen()`: `reusePort: {{guard}}`.",
  move: "Pass one options object with `{{option}}: {{value}}`.",
};

/** Ways out for an option that the catalogue knows to be dropped by a call. */
export function rowSuggestions(site: CallSite, row: Ignored, context: RuleContext<object>): (Suggestion | null)[] {
  const { file } = context;
  // A second listen on the port takes `reusePort`, read or not, for what the writer wants.
  const edits = site.op === "listen" && !isAlone(site, context) ? null : removeOption(file, site, row.option);
  const remove = suggestion("remove", edits, { option: row.option });
  if (row.effective) {
    const lifted = liftOption(file, site, row.option, row.effective);
    const data = { effective: row.effective, parent: row.option.split(".")[0]! };
    return [suggestion("lift", lifted, data), remove];
  }
  const listens = site.op === "create" && row.option === "reusePort" ? unstatedListens(site, context) : [];
  if (listens.length === 0) return [remove];
  // Without it the listens would state no policy.
  const there = (messageId: string, value: string): Suggestion | null => {
    const all = [edits, ...listens.map((each) => stateReusePort(each, context, value))];
    const whole = all.every((each) => each !== null) ? joined(all.flatMap((each) => each!)) : null;
    return suggestion(messageId, whole, { guard: value });
  };
  const canBeShared = listens.every((each) => canShare(each, context));
  return [there("stateThere", "false"), canBeShared ? there("shareThere", linuxGuard(context)) : null];
}

/** The listens of a server on a port that state no policy of their own. */
function unstatedListens(creation: CallSite, { sites }: RuleContext<object>): CallSite[] {
  return sites.sites.filter(
    (each): each is CallSite =>
      isTcpListen(each) &&
      each.endpoint.kind === "port" &&
      !each.repeated &&
      sites.creation(each) === creation &&
      each.option("reusePort").state === "absent" &&
      each.option("exclusive").state === "absent",
  );
}

/** A way out for an option in an argument that nobody reads: `listen(3000, { reusePort: true })`. */
export function straySuggestion(
  site: CallSite,
  name: string,
  option: Option,
  context: RuleContext<object>,
): Suggestion | null {
  const { file, typescript } = context;
  if (!option.at || !option.node || option.conditions) return null;
  const set = (messageId: string, value: string): Suggestion | null => {
    const edits = setOption(file, site, name, value, { typescript });
    return suggestion(messageId, edits, { option: name, value });
  };
  if (name === "reusePort" && canShare(site, context)) {
    // A bare `true` would end the process on macOS, and so would half a guard: what was ignored so far comes into force guarded.
    const known = evaluate(option.node, onPlatform("linux")) !== null;
    return set("move", known ? linuxGuard(context) : file.text.slice(...option.node.range));
  }
  if (name === "reuseAddr" && receivesMany(site, context.sites) && bindOf(site, context)?.endpoint.kind !== "ephemeral")
    return set("move", file.text.slice(...option.node.range));
  // Without it a listen states no policy.
  if (site.op === "listen" && !bypassesPrimary(site, context))
    return isAlone(site, context) ? set("stateExclusive", "false") : null;
  const edits = removeStray(file, site.call, option.at);
  return suggestion("remove", edits, { option: name });
}
