import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder with the rules' pages, `<rule>.md`: beside the bundle; in the sources they are the plugin's. Null where nobody has shipped them. */
export function shippedDocs(): string | null {
  return (
    ["./docs", "../docs", "../../../rules/docs"]
      .map((each) => fileURLToPath(new URL(each, import.meta.url)))
      .find((each) => existsSync(`${each}/require-reuse-option.md`)) ?? null
  );
}
