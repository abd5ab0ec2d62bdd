import assert from "node:assert/strict";
import { containerCommand, imageOf, imagesOf, isDockerfile } from "../../src/program/launches/docker.ts";
import { isComposeFile } from "../../src/program/launches/compose.ts";
import { startsOf } from "./tree.ts";

/** What an image runs, in short: `[a b]` a list, `a b` a line; entrypoint, command, directory, variables. */
function image(text: string): string {
  const found = imageOf(text);
  if (!found) return "nothing";
  const command = (of: typeof found.command) =>
    of === null ? "-" : "words" in of ? `[${of.words.join(" ")}]` : of.line;
  const environment = Object.entries(found.environment).map(([name, value]) => `${name}=${value ?? "?"}`);
  return [command(found.entrypoint), command(found.command), found.workdir ?? "-", ...environment].join(" | ");
}

describe("what a Dockerfile says", () => {
  for (const [text, expected] of [
    ["FROM a\nCMD b c", "- | b c | -"],
    ['FROM a\nCMD ["b", "c"]', "- | [b c] | -"],
    ['FROM a\nCMD ["b", 1]', '- | ["b", 1] | -'],
    ["FROM a\nCMD []", "- | [] | -"],
    ["FROM a\nCMD [b", "- | [b | -"],
    ["FROM a\n  cmd   b  ", "- | b | -"],
    ["FROM a\nCMD b\nENTRYPOINT c", "c | - | -"],
    ["FROM a\nENTRYPOINT c\nCMD b", "c | b | -"],
    ["FROM a\nCMD b\nCMD c", "- | c | -"],
    ["FROM a\nCMD", "nothing"],
    ["FROM a\n# CMD b", "nothing"],
    ["FROM a\n\t# x\nCMD b", "- | b | -"],
    ["FROM a\nCMD b # c", "- | b # c | -"],
    ["FROM a\nCMD b \\\n\n # c\n  d", "- | b    d | -"],
    ["FROM a\r\nCMD b \\\r\n  d\r\n", "- | b    d | -"],
    ["FROM a\nCMD b \\  \nc", "- | b  c | -"],
    ["FROM a\nCMD b \\n c\nENV A=1", "- | b \\n c | - | A=1"],
    ["FROM a\nCMD c\nRUN <<EOF\nCMD b\nEOF", "- | c | -"],
    ["FROM a\nCMD c\ncopy <<EOF /x\nCMD b\nCMD d\nEOF", "- | c | -"],
    ["FROM a\nCMD c\nADD <<EOF /x\nCMD b\nEOF", "- | c | -"],
    ["FROM a\nCMD c\nLABEL <<EOF\nCMD b\nEOF", "- | b | -"],
    ["FROM a\nWORKDIR /x\nWORKDIR y\nCMD b", "- | b | /x/y"],
    ["FROM a\nWORKDIR x\nCMD b", "- | b | /x"],
    ['FROM a\nWORKDIR "/x y"\nCMD b', "- | b | /x y"],
    ["FROM a\nWORKDIR '/x'\nCMD b", "- | b | /x"],
    [
      'FROM a\nENV A=1 B="2 3"\nENV C 4 5\nENV DD   $E\nENV LONG  x y\nENV F=$G\nCMD b',
      "- | b | - | A=1 | B=2 3 | C=4 5 | DD=? | LONG=x y | F=?",
    ],
    ["FROM a\nENV A=1\nENV A=2\nCMD b", "- | b | - | A=2"],
    ["FROM a AS x\nENV A=1\nWORKDIR /x\nCMD b\nFROM x\nENV B=2", "- | b | /x | A=1 | B=2"],
    ["FROM a as X\nCMD b\nFROM --platform=linux/amd64 x", "- | b | -"],
    ["FROM  a  AS  x\nCMD b\nFROM  x", "- | b | -"],
    ["FROM a AS x\nENV A=1\nCMD b\nFROM x AS y\nENV A=2\nFROM x", "- | b | - | A=1"],
    ["FROM a x y\nCMD b\nFROM y", "nothing"],
    ["FROM a alias y\nCMD b\nFROM y", "nothing"],
    ["FROM a ask y\nCMD b\nFROM y", "nothing"],
    ["FROM a\nRUN <<EOF\nCMD b\nEOF\nCMD c", "- | c | -"],
    ["FROM a\nCMD c\nRUN <<-'END' cat\n\tCMD b\n\tEND", "- | c | -"],
    ['FROM a\nCMD c\nRUN << "END" cat\nCMD b\nEND', "- | c | -"],
    ["FROM a\nCMD c\nCOPY <<A <<B /x/\nCMD b\nA\nCMD d\nB", "- | c | -"],
    ["FROM a\nRUN <<A\nCMD b\nA\nCMD c", "- | c | -"],
    ["FROM a\nENV X=<<EOF\nCMD c", "- | c | - | X="],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(image(text), expected));

  it("names the images of its stages", () => {
    assert.deepEqual(imagesOf("FROM --platform=$P  node:22 AS a\nRUN x\nfrom oven/bun\nFROM a"), [
      "node:22",
      "oven/bun",
      "a",
    ]);
    assert.deepEqual(imagesOf("FROM --platform=x\n"), []);
  });

  it("points from the keyword to the end of the instruction", () => {
    for (const text of ["FROM a\n  CMD b \\\n  c  \n# x\n", "FROM a\r\n  CMD b \\\r\n  c\r\n"]) {
      const [start, end] = imageOf(text)!.range;
      assert.match(text.slice(start, end), /^CMD b \\\r?\n {2}c$/);
    }
  });

  it("is known by its name", () => {
    for (const name of [
      "Dockerfile",
      "dockerfile",
      "Containerfile",
      "Dockerfile.prod",
      "api.Dockerfile",
      "x.containerfile",
    ])
      assert.equal(isDockerfile(name), true, name);
    for (const name of ["Dockerfiles", "myDockerfile", "Dockerfile.a.b", "docker.js", "Dockerfile."])
      assert.equal(isDockerfile(name), false, name);
    for (const name of ["compose.yaml", "compose.yml", "docker-compose.prod.yml", "compose.a.b.yaml"])
      assert.equal(isComposeFile(name), true, name);
    for (const name of ["composer.yaml", "docker-compose.json", "my-compose.yml", "compose.yamlx", "compose"])
      assert.equal(isComposeFile(name), false, name);
  });
});

describe("entrypoint and command of a container", () => {
  const words = (...all: string[]) => ({ words: all });
  for (const [entrypoint, command, expected] of [
    [null, null, null],
    [null, words("a"), words("a")],
    [null, { line: "a" }, { line: "a" }],
    [words("a"), null, words("a")],
    [{ line: "a" }, words("b"), { line: "a" }],
    [words("a"), words("b", "c"), words("a", "b", "c")],
    [words("a"), { line: "b c" }, words("a", "/bin/sh", "-c", "b c")],
    [words("/docker-entrypoint.sh"), words("b"), words("b")],
    [words("/run.sh"), words("b"), words("b")],
    [words("entrypoint"), words("b"), words("b")],
    [words("/run.sh", "x"), words("b"), words("/run.sh", "x", "b")],
    [words("/run.shx"), words("b"), words("/run.shx", "b")],
  ] as const)
    it(JSON.stringify([entrypoint, command]), () => assert.deepEqual(containerCommand(entrypoint, command), expected));
});

describe("services of a compose file, form by form", () => {
  const FILES = {
    "package.json": "{}",
    "app.js": "",
    "b.js": "",
    "in/Dockerfile": 'FROM node\nENV A=1 B=2\nCMD ["node", "/srv/app/x.js"]\nWORKDIR /srv/app',
    "in/x.js": "",
    "ready/Dockerfile": 'FROM node\nENTRYPOINT ["node", "b.js"]\nCMD ["node", "app.js"]',
    "ready/b.js": "",
    "ready/app.js": "",
  };
  const compose = (service: string) => {
    const files = { ...FILES, "compose.yaml": `services:\n  web: ${service}\n` };
    return startsOf(files, ({ where }) => where.file.endsWith("compose.yaml")).join(", ") || "nothing";
  };
  for (const [service, expected] of [
    ["{ command: node app.js }", "app.js process 1"],
    ["{ command: [node, app.js] }", "app.js process 1"],
    ["{ command: [] }", "nothing"],
    ["{ command: 1 }", "nothing"],
    ["{ image: node }", "nothing"],
    ["{ entrypoint: [node], command: [app.js] }", "app.js process 1"],
    ["{ entrypoint: node app.js, command: [b.js] }", "app.js process 1"],
    ["{ build: in }", "in/x.js process 1 A=1 B=2"],
    ["{ build: { context: in } }", "in/x.js process 1 A=1 B=2"],
    ["{ build: { dockerfile: in/Dockerfile } }", "?./x.js process 1 A=1 B=2"],
    ["{ build: none }", "nothing"],
    ["{ build: in, command: [] }", "nothing"],
    ["{ build: in, command: '' }", "nothing"],
    ["{ build: in, command: }", "in/x.js process 1 A=1 B=2"],
    ["{ build: ready, command: [] }", "ready/b.js process 1"],
    ["{ build: ready, entrypoint: [], command: [node, app.js] }", "ready/app.js process 1"],
    ["{ build: ready, entrypoint: '', command: node app.js }", "ready/app.js process 1"],
    ["{ build: ready, entrypoint: [] }", "nothing"],
    ["{ build: in, environment: [my.name=1, X=2] }", "in/x.js process 1 A=1 B=2 X=2"],
    ["{ command: pm2-runtime app.js -i max, network_mode: host, scale: 0 }", "app.js pm2-cluster 0"],
    ["{ command: pm2-runtime app.js -i max, network_mode: host, scale: 2 }", "app.js pm2-cluster many"],
    ["{ command: pm2-runtime app.js -i 3, network_mode: host, scale: 2 }", "app.js pm2-cluster 6"],
    ["{ command: pm2-runtime app.js -i max, network_mode: host, scale: $N }", "app.js pm2-cluster many maybe"],
    ["{ command: pm2-runtime app.js -i 3, network_mode: host, scale: $N }", "app.js pm2-cluster unknown maybe"],
    ["{ build: in, entrypoint: [node, x.js] }", "in/x.js process 1 A=1 B=2"],
    ["{ build: in, command: node x.js, environment: { A: 3 } }", "in/x.js process 1 A=3 B=2"],
    ["{ build: in, environment: [A=4, 'B=$X', C] }", "in/x.js process 1 A=4 B=? C=?"],
    ["{ command: node app.js, environment: { A: true, B: 0, C: } }", "app.js process 1 A=true B=0 C=?"],
    ["{ command: X=1 node app.js, environment: { X: 2 } }", "app.js process 1 X=1"],
    ["{ command: node app.js, network_mode: host, scale: 0 }", "app.js process 0"],
    ["{ command: node app.js, network_mode: host, scale: -1 }", "app.js process unknown maybe"],
    ["{ command: node app.js, network_mode: host, scale: 1.5 }", "app.js process unknown maybe"],
    ["{ command: node app.js, network_mode: host, scale: 3, deploy: { replicas: 2 } }", "app.js process 2"],
    ["{ command: node app.js, network_mode: bridge, scale: 3 }", "app.js process 1"],
    ["{ command: node x.js, working_dir: /repo/in }", "in/x.js process 1"],
  ] as const)
    it(service, () => assert.equal(compose(service), expected));
});
