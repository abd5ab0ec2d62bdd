import own from "../package.json" with { type: "json" };

/**
 * What is wrong with the version of Node.js that runs this, in a sentence; null where `engines` of package.json is met.
 * It stands before anything that an old Node.js cannot load, and its stack of minified code says nothing to anybody.
 */
export function nodeProblem(version: string = process.versions.node): string | null {
  const needed = own.engines.node.replace(">=", "");
  const [wanted, given] = [needed, version].map((each) => each.split(".").map(Number)) as [number[], number[]];
  const [major = 0, minor = 0] = given;
  const [least = 0, leastMinor = 0] = wanted;
  return major > least || (major === least && minor >= leastMinor)
    ? null
    : `Node.js ${needed} or later is needed, and this is ${version}.`;
}
