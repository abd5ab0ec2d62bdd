import { pageOf } from "../../../../rules/src/rules/page.ts";
import type { HoverPart } from "./part.ts";

/** A link to the page of the rule that says most about it. */
export const page: HoverPart = ({ target, context, project }) => {
  if (target.kind === "error") return [];
  const rule =
    target.kind === "site" || target.kind === "use"
      ? pageOf(target.site, context)
      : target.option === "IP_BIND_ADDRESS_NO_PORT"
        ? "no-bind-before-connect"
        : "no-late-socket-option";
  // A bracket in the name of a folder would end the link.
  const page = project.page(rule).replaceAll("(", "%28").replaceAll(")", "%29");
  return [`[More about this](${page})`];
};
