import { intersects, validRange } from "semver";
import type { Environment } from "../environment.ts";

/** Node versions that know `reusePort` (facts node-reuse-port-versions, dgram-reuse-port-versions). */
const KNOW_REUSE_PORT = ">=22.12.0 <23.0.0-0 || >=23.1.0";

/** Some admitted version before 22.12 silently ignores `reusePort`. 23.0.x alone is not a reason. */
export function admitsOldNode(environment: Environment): boolean {
  return environment.runtime === "node" && environment.node !== null && intersects(environment.node.value, "<22.12.0");
}

/** No admitted version knows `reusePort`. */
export function onlyOldNode(environment: Environment): boolean {
  return (
    environment.runtime === "node" && environment.node !== null && !intersects(environment.node.value, KNOW_REUSE_PORT)
  );
}

/** Every admitted version knows `reusePort`, 23.0.x left aside, or nothing is said of versions. */
export function knowsReusePort(environment: Environment): boolean {
  return !admitsOldNode(environment) && !onlyOldNode(environment);
}

/** Whether a range of package.json admits only versions below this one; false where it is missing or says nothing. */
export function isBelow(range: string | undefined, version: string): boolean {
  return range !== undefined && /\d/.test(range) && validRange(range) !== null && !intersects(range, `>=${version}-0`);
}

/** Whether a range of package.json admits only this version and later ones; false where it is missing or says nothing. */
export function isFrom(range: string | undefined, version: string): boolean {
  return range !== undefined && /\d/.test(range) && validRange(range) !== null && !intersects(range, `<${version}-0`);
}
