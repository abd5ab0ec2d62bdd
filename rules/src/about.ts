import root from "../../package.json" with { type: "json" };
import own from "../package.json" with { type: "json" };

/** The one place that links are made from is `homepage` in the root package.json. */
export const homepage = root.homepage;
export const { name, version } = own;
