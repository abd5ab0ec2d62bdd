import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";

const root = join(import.meta.dirname, "../..");
const { spec, ignore } = JSON.parse(readFileSync(join(root, ".mocharc.fast.json"), "utf8")) as {
  spec: string[];
  ignore: string[];
};

const all = ["rules/test", "lab/test", "server/test"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (path) => `${folder}/${path.replaceAll("\\", "/")}`,
  ),
);
const tests = all.filter((path) => path.endsWith(".test.ts"));

describe("the quick tests", () => {
  it("are taken from every test that there is", () => {
    const isTaken = picomatch(spec);
    assert.deepEqual(
      tests.filter((path) => !isTaken(path)),
      [],
    );
  });

  it("leave out only what is there, by the alphabet and once", () => {
    assert.deepEqual(ignore, [...new Set(ignore)].sort());
    for (const glob of ignore) {
      const fits = picomatch(glob);
      const left = tests.filter((path) => fits(path));
      assert.ok(left.length > 0, `${glob} is not there`);
      const others = picomatch(ignore.filter((each) => each !== glob));
      assert.ok(!left.every((path) => others(path)), `${glob} is left out twice`);
    }
  });

  it("start no runtime and trace none", () => {
    const isLeftOut = picomatch(ignore);
    const tracing = tests.filter((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return /\b(?:cannotTrace|runtimeBinary)\(|\(\s*"strace"/.test(text);
    });
    assert.ok(tracing.length > 2, tracing.join());
    assert.deepEqual(
      tracing.filter((path) => !isLeftOut(path)),
      [],
    );
  });
});
