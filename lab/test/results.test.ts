import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { experiments } from "../experiments/index.ts";
import { codeOf, experimentHashes } from "../hash.ts";
import { newest, parseKernels } from "../kernels/apt.ts";
import { parseResults, recordedKernels, verdict, versionOf } from "../kernels/results.ts";
import { imagesFolder, pictures } from "../plots.ts";
import { readPlots, recorderHash } from "../plots-data.ts";

const facts = experiments.map(({ fact }) => fact);

describe("recorded kernels", () => {
  it("are several, the long-term ones of Debian among them", async () => {
    const versions = (await recordedKernels()).map(versionOf);
    for (const series of ["6.1.", "6.12."])
      assert.ok(
        versions.some((version) => version.startsWith(series)),
        `no ${series}x among ${versions.join(", ")}`,
      );
  });

  it("contradict no experiment as it is now, and have two in three of those that they could run", async () => {
    const hashes = await experimentHashes();
    for (const results of await recordedKernels()) {
      const verdicts = facts.map((id) => [id, verdict(results, id, hashes)] as const);
      const of = (wanted: string) => verdicts.filter(([, found]) => found === wanted).map(([id]) => id);
      assert.deepEqual(of("fail"), [], `Linux ${versionOf(results)}`);
      const [pass, stale] = [of("pass").length, of("not recorded").length];
      assert.ok(pass >= 2 * stale, `Linux ${versionOf(results)} lacks ${stale} experiments: run npm run lab:kernels`);
    }
  });

  it("say nothing about an experiment that has changed since", () => {
    const results = {
      kernel: "6.1.0-9-cloud-amd64",
      build: "#1 SMP Debian 6.1.27-1",
      node: "v24.0.0",
      facts: {
        right: { pass: true, hash: "h", observed: {} },
        wrong: { pass: false, hash: "h", observed: {} },
        lacking: { pass: false, hash: "h", observed: {}, notRun: "needs bun" },
      },
    };
    const hashes = { right: "h", wrong: "h", lacking: "h", young: "h" };
    assert.deepEqual(
      Object.keys(hashes).map((id) => verdict(results, id, hashes)),
      ["pass", "fail", "not run", "not recorded"],
    );
    assert.equal(verdict(results, "right", { right: "another" }), "not recorded");
  });

  it("name the version proper where the release names an ABI", () => {
    assert.equal(
      versionOf({ kernel: "6.1.0-9-cloud-amd64", build: "#1 SMP PREEMPT_DYNAMIC Debian 6.1.27-1 (2023-05-08)" }),
      "6.1.27",
    );
    assert.equal(versionOf({ kernel: "6.18.44", build: "#1 SMP" }), "6.18.44");
  });

  it("are refused when a field is missing", () => {
    assert.throws(() => parseResults(`{ "kernel": "6.1" }`), /"build"/);
    assert.throws(() => parseResults(`{ "kernel": "6.1", "build": "#1", "node": "v24", "facts": { "a": {} } }`), /"a"/);
  });
});

describe("the hash of an experiment", () => {
  const path = join(import.meta.dirname, "../experiments/made-up.ts");
  const code = (text: string, fact = "one") => codeOf(path, text, fact);
  const file = `import { listener } from "../tcp.ts";
const port = 4000;
const other = 5000;
export const experiments = [
  { fact: "one", expect: { a: 1 }, control: { without: ["SO_REUSEADDR"] }, run: ({ sys }) => ({ a: listener(sys, "::", port) }) },
  { fact: "two", expect: { b: other }, noControl: "none", run: () => ({ b: 2 }) },
];`;

  it("does not see formatting, comments, types, controls or other experiments", async () => {
    const before = await code(file);
    for (const [old, now] of [
      ["const port = 4000;", "// A comment.\n\nconst   port: number = 4000;"],
      ['"SO_REUSEADDR"', '"SO_LINGER"'],
      ["b: 2", "b: 3"],
      ["other = 5000", "other = 5001"],
      ['  { fact: "two"', '  { fact: "three", expect: {}, noControl: "", run: () => ({}) },\n  { fact: "two"'],
    ] as const)
      assert.equal(await code(file.replace(old, now)), before, now);
  });

  it("sees what the experiment does, expects and uses", async () => {
    const before = await code(file);
    for (const [old, now] of [
      ["port = 4000", "port = 4001"],
      ["a: 1", "a: 2"],
      ['"::"', '"0.0.0.0"'],
    ] as const)
      assert.notEqual(await code(file.replace(old, now)), before, now);
    assert.match(before, /\.listen\(/, "the helper is part of it");
    assert.notEqual(await code(file, "two"), before);
  });

  it("is another one for each", async () => {
    const hashes = Object.values(await experimentHashes());
    assert.equal(new Set(hashes).size, facts.length);
  });
});

describe("Debian's kernels", () => {
  const shown = ["5.10.223-1", "6.1.176-1", "6.1.9-1", "7.3.4-1~bpo13+1"]
    .map((version) => `Package: linux-image-${version}\nVersion: ${version}\nDescription: x`)
    .join("\n\n");

  it("are chosen by version, not by spelling", () => {
    const kernels = parseKernels(shown);
    assert.equal(newest(kernels, "6.1")?.version, "6.1.176-1");
    assert.equal(newest(kernels, "newest")?.version, "7.3.4-1~bpo13+1");
    assert.equal(newest(kernels, "6.12"), undefined);
  });

  it("are taken from the package that holds the image", () => {
    const depends =
      "Depends: initramfs-tools, linux-binary-7.3.4-cloud-amd64 (= 7.3.4-1), linux-modules-7.3.4-cloud-amd64 (= 7.3.4-1)";
    const [split, whole] = parseKernels(
      `Package: linux-image-7.3.4-cloud-amd64\nVersion: 7.3.4-1\n${depends}\n\n${shown.split("\n\n")[1]}`,
    );
    assert.equal(split?.image, "linux-binary-7.3.4-cloud-amd64");
    assert.equal(whole?.image, "linux-image-6.1.176-1");
  });
});

describe("pictures", () => {
  it("come from the recorder as it is now", () => {
    assert.equal(readPlots().recorderHash, recorderHash(), "run npm run lab:plots and npm run lab:kernels");
  });

  it("cover every recorded kernel where kernels differ", async () => {
    assert.deepEqual(Object.keys(readPlots().closing), (await recordedKernels()).map(versionOf));
  });

  it("are on disk as the recording draws them", async () => {
    for (const [name, svg] of Object.entries(await pictures(readPlots()))) {
      const onDisk = await readFile(join(imagesFolder, name), "utf8");
      assert.ok(onDisk === svg, `docs/images/${name} is not what the recording draws: run npm run lab:plots`);
    }
  });

  it("use colours that stand out on white and on dark", async () => {
    for (const [name, svg] of Object.entries(await pictures(readPlots()))) {
      const used = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{3,6})"/gi)].map((match) => match[1]!));
      assert.ok(used.size > 0, name);
      // White stands only inside bars, whose own colours are tested here.
      for (const colour of used)
        if (colour !== "#ffffff")
          for (const ground of ["#ffffff", "#1e1e1e"])
            assert.ok(contrast(colour, ground) >= 3, `${name}: ${colour} on ${ground}`);
      assert.doesNotMatch(svg, /fill="(black|white|#000|#fff)"/);
    }
  });

  it("show what they claim", () => {
    const { destinations, growing, restart } = readPlots();
    const limits = destinations.map(
      ({ remedy, destinations: count, ports, connections }) =>
        [remedy, connections, remedy === "bind" ? ports : ports * count] as const,
    );
    for (const [remedy, connections, limit] of limits) assert.equal(connections, limit, remedy);
    assert.ok(growing.every(({ moved }) => moved > 0));
    const waiting = restart.samples.filter(({ state }) => state === "TIME_WAIT");
    assert.ok(
      waiting.length > 100 && waiting.every(({ plain, reuseAddr }) => plain === "EADDRINUSE" && reuseAddr === null),
    );
  });
});

/** WCAG's contrast ratio of two colours given as #rrggbb. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
