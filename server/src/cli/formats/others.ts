import { codeframe } from "./codeframe.ts";
import { sarif } from "./sarif.ts";

/** The formats that show more than a line for a finding. */
export const others = { codeframe, sarif };
