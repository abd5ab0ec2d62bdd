import assert from "node:assert/strict";
import { obstacle, TooMany } from "../src/guarded.ts";
import { isOfSettings, onceInARun, warn, warnOnce } from "../src/valid-settings.ts";

describe("what is wrong with settings", () => {
  it("stays in the file in which it was said first", () => {
    const [a, b] = ["valid-settings.test: one thing.", "valid-settings.test: another."];
    assert.deepEqual(onceInARun([a], "a.js"), [a]);
    assert.deepEqual(onceInARun([a, b], "b.js"), [b]);
    assert.deepEqual(onceInARun([b, a], "a.js"), [a]);
    assert.deepEqual(onceInARun([a, b], "b.js"), [b]);
    assert.deepEqual(onceInARun([], "c.js"), []);
  });

  it("is a warning of the process where no rule says it; of a project, once", async () => {
    const warnings: [string, string][] = [];
    const listen = ({ name, message }: Error) => warnings.push([name, message]);
    process.on("warning", listen);
    // A sentence that no other run of this test has given out.
    const line = `compose.yaml: \u001b[31m ${process.hrtime.bigint()}`;
    try {
      warn(["One.", "\u001b[31mTwo."]);
      warn(["One."]);
      warnOnce([line]);
      warnOnce([line]);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off("warning", listen);
    }
    assert.deepEqual(warnings, [
      ["PortreuseSettingsWarning", "One."],
      ["PortreuseSettingsWarning", "\\u{1b}[31mTwo."],
      ["PortreuseSettingsWarning", "One."],
      ["PortreuseConfigurationWarning", line.replace("\u001b", "\\u{1b}")],
    ]);
  });

  for (const [path, text, isWhole, expected] of [
    ["/a/package.json", "portreuse.node: expected a range.", false, true],
    ["C:\\a\\package.json", "portreuse.node: expected a range.", false, true],
    ["/a/deno.json", "portreuse.node: expected a range.", false, true],
    ["/a/deno.jsonc", "portreuse.node: expected a range.", false, true],
    ["/a/package.json", "not valid JSON.", true, true],
    ["/a/package.json", "scripts: expected an object.", false, false],
    ["/a/package.json", "a portreuse.node.", false, false],
    ["/a/tsconfig.json", "not valid JSON.", true, false],
    ["/a/my-package.json", "not valid JSON.", true, false],
    ["/a/package.json.bak", "not valid JSON.", true, false],
    ["/a/packageXjson", "not valid JSON.", true, false],
    ["/a/deno.jsonl", "not valid JSON.", true, false],
  ] as const)
    it(`${path} ${text} is ${expected ? "" : "not "}of settings`, () =>
      assert.equal(isOfSettings({ path, text, isWhole, place: null }), expected));
});

describe("what keeps the rules from looking to the end", () => {
  const NESTED = "The code is nested too deep to be followed: findings may be missing in this file.";
  it("is said in one sentence", () => {
    assert.equal(obstacle(new RangeError("Maximum call stack size exceeded")), NESTED);
    assert.equal(
      obstacle(new RangeError("Invalid array length")),
      "The code cannot be followed (Invalid array length): findings may be missing in this file.",
    );
    assert.equal(
      obstacle(new TooMany("9 of them")),
      "The code cannot be followed (9 of them): findings are missing in this file.",
    );
  });
  it("is thrown where it is our own mistake", () => {
    for (const error of [new TypeError("call stack"), new Error("x"), "text"])
      assert.throws(
        () => obstacle(error),
        (thrown) => thrown === error,
      );
  });
});
