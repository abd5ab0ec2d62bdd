import semver from "semver";
import type { Environment } from "../../../rules/src/environment.ts";

/** One version of each stretch in which Node.js makes the same system calls. */
const STRETCHES = [
  "18.0.0",
  "20.0.0",
  "22.0.0",
  "22.12.0",
  "23.0.0",
  "23.1.0",
  "24.0.0",
  "24.19.0",
  "26.0.0",
  "26.4.0",
  "26.10.0",
];

/** The oldest and the newest version that a project admits, as far as system calls can tell them apart; undefined is the newest there is. */
export function admittedVersions({ node, runtime }: Environment): { oldest?: string; newest?: string } {
  if (runtime !== "node" || node === null) return {};
  const oldest = semver.minVersion(node.value)?.version;
  const admitted = STRETCHES.filter((each) => semver.satisfies(each, node.value));
  const newest = semver.satisfies("999.0.0", node.value) ? undefined : (admitted.at(-1) ?? oldest);
  return { ...(oldest !== undefined && { oldest }), ...(newest !== undefined && { newest }) };
}
