import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { launchesIn } from "../../src/program/launches/index.ts";
import { resolverIn, starts, startsOf, tree } from "./tree.ts";

const FILES = {
  "package.json": { scripts: {} },
  "src/server.ts": "",
  "app.js": "",
  "packages/api/package.json": { name: "api", scripts: { start: "node src/main.js" } },
  "packages/api/src/main.js": "",
};

const NONE = { "packages/api/package.json": { name: "api", scripts: { start: "node dist/none.js" } } };

function dockerfile(text: string, path = "Dockerfile", more: Readonly<Record<string, string | object>> = {}): string {
  return startsOf({ ...FILES, ...more, [path]: text }, ({ where }) => where.file.endsWith("ockerfile")).join(", ");
}

describe("launches in containers", () => {
  it("reads the command of a Dockerfile, as a list and as a line", () => {
    assert.equal(dockerfile('FROM node\nCMD ["node", "dist/server.js"]'), "src/server.ts process 1");
    assert.equal(dockerfile("FROM node\nCMD node app.js"), "app.js process 1");
    assert.equal(
      dockerfile("FROM node\ncmd exec node \\\n  # a comment\n  --enable-source-maps \\\n  app.js\n"),
      "app.js process 1",
    );
    assert.equal(dockerfile('FROM node\nENTRYPOINT ["node"]\nCMD ["app.js"]'), "app.js process 1");
    assert.equal(
      dockerfile('FROM node\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "app.js"]'),
      "app.js process 1",
    );
    assert.equal(dockerfile('FROM node\nENTRYPOINT ["tini", "--"]\nCMD ["node", "app.js"]'), "app.js process 1");
    assert.equal(dockerfile("FROM node\nENTRYPOINT node app.js\nCMD node src/server.ts"), "app.js process 1");
    assert.equal(dockerfile('FROM node\nCMD ["pm2-runtime", "app.js", "-i", "max"]'), "app.js pm2-cluster many");
    assert.equal(dockerfile('FROM node\nCMD ["sh", "-c", "PORT=1 node app.js"]'), "app.js process 1 PORT=1");
    assert.equal(
      dockerfile(
        "# syntax=x\nFROM node\nRUN <<EOF\nCMD node src/server.ts\nEOF\nENV A=1 B='x y'\nENV C d e\nCMD node app.js",
      ),
      "app.js process 1 A=1 B=x y C=d e",
    );
    assert.equal(dockerfile('FROM node\nCMD [ "node", "app.js" '), "");
    assert.equal(dockerfile("FROM nginx\nCOPY . .\n"), "");
    assert.equal(dockerfile('FROM node\nCMD ["node", "bundle.js"]'), "?bundle.js process 1");
  });

  it("takes the last command of the last stage, and what a stage goes on with", () => {
    assert.equal(
      dockerfile("FROM node AS build\nCMD node app.js\nFROM node\nCMD node src/server.ts\nCMD node app.js"),
      "app.js process 1",
    );
    assert.equal(
      dockerfile("FROM node AS base\nENV PORT=1\nCMD node app.js\nFROM base\nRUN x"),
      "app.js process 1 PORT=1",
    );
    assert.equal(dockerfile("FROM node AS base\nCMD node app.js\nFROM node\nRUN x"), "");
    assert.equal(
      dockerfile("FROM node\nENV PORT=3000 HOST=$H\nCMD PORT=2 node app.js"),
      "app.js process 1 PORT=2 HOST=?",
    );
  });

  it("finds the project's directory at WORKDIR", () => {
    assert.equal(
      dockerfile('FROM node\nWORKDIR /usr/src/app\nCMD ["node", "/usr/src/app/dist/server.js"]'),
      "src/server.ts process 1",
    );
    assert.equal(
      dockerfile('FROM node\nWORKDIR /repo\nWORKDIR packages/api\nCMD ["npm", "start"]'),
      "packages/api/src/main.js process 1",
    );
    assert.equal(
      dockerfile("FROM node\nWORKDIR /app\nCMD node packages/api/src/main.js"),
      "packages/api/src/main.js process 1",
    );
    assert.equal(
      dockerfile("FROM node\nWORKDIR /app\nCMD npm start", "packages/api/Dockerfile"),
      "packages/api/src/main.js process 1",
    );
    assert.equal(dockerfile("FROM node\nWORKDIR /app\nCMD node app.js", "docker/prod.dockerfile"), "app.js process 1");
    assert.equal(dockerfile("FROM node\nWORKDIR /\nCMD node /etc/passwd.js"), "?/etc/passwd.js process 1");
    assert.equal(dockerfile("FROM node\nWORKDIR /\nCMD API=http://x node app.js"), "app.js process 1 API=http://x");
    // What is absolute lies below it, also inside a word.
    assert.equal(
      dockerfile('FROM node\nWORKDIR /srv/app\nCMD ["sh", "-c", "cd /srv/app/packages/api && node src/main.js"]'),
      "packages/api/src/main.js process 1",
    );
    assert.equal(
      dockerfile('FROM node\nCMD ["node", "/packages/api/src/main.js"]'),
      "?/packages/api/src/main.js process 1",
    );
    // There is no directory of this name to go up from.
    assert.equal(dockerfile("FROM node\nWORKDIR /none\nCMD node ../app.js"), "?../app.js process 1");
    const inside = { "app.js": "", "packages/api/app.js": "", "b.js": "" };
    // The first directory where anything of it is found.
    assert.equal(
      dockerfile("FROM node\nCMD node app.js & node b.js", "packages/api/Dockerfile", inside),
      "packages/api/app.js process 1, ?b.js process 1",
    );
    // Where nothing is, what the nearest directory makes of it.
    assert.equal(dockerfile("FROM node\nCMD npm start", "packages/api/Dockerfile", NONE), "?dist/none.js process 1");
  });

  it("points to the instruction", () => {
    const text = "FROM node\r\nENV A=1\r\nCMD node app.js\r\n";
    const root = tree({ ...FILES, Dockerfile: text });
    const [launch] = launchesIn(resolverIn(root), parseFile).launches.filter(({ where }) =>
      where.file.endsWith("Dockerfile"),
    );
    assert.equal(text.slice(...(launch?.where.range ?? [])), "CMD node app.js");
  });

  const compose = (text: string, name = "compose.yaml", more: Readonly<Record<string, string>> = {}) => {
    const root = tree({ ...FILES, ...more, [name]: text });
    const found = launchesIn(resolverIn(root), parseFile).launches.filter(({ where }) => where.file.endsWith(name));
    const groups = [...new Set(found.map(({ group }) => group))];
    return starts(root, ({ where }) => where.file.endsWith(name))
      .map((line, i) => `${line} @${groups.indexOf(found[i]?.group ?? "")}`)
      .join(", ");
  };

  it("counts the replicas of a service only where they share the host's network", () => {
    const service = (lines: string) => compose(`services:\n  web:\n    command: node app.js\n${lines}`);
    assert.equal(service("    network_mode: host\n    deploy: { replicas: 3 }\n"), "app.js process 3 @0");
    assert.equal(service("    network_mode: host\n    scale: 2\n"), "app.js process 2 @0");
    assert.equal(service("    network_mode: host\n"), "app.js process 1 @0");
    assert.equal(service("    deploy: { replicas: 3 }\n"), "app.js process 1 @0");
    assert.equal(service("    network_mode: host\n    scale: ${N:-2}\n"), "app.js process unknown maybe @0");
  });

  it("groups services by the network that they share", () => {
    const text = `
services:
  a: { command: [node, app.js], network_mode: host, environment: { PORT: 1, X: "\${X}", Y: } }
  b: { command: node src/server.ts, network_mode: host, environment: ["PORT=2", NAMED] }
  c: { command: node app.js }
  d: { command: node app.js, network_mode: "service:c" }
`;
    assert.equal(
      compose(text, "docker-compose.prod.yml"),
      "app.js process 1 PORT=1 X=? Y=? @0, src/server.ts process 1 PORT=2 NAMED=? @0, app.js process 1 @1, app.js process 1 @1",
    );
  });

  it("takes the image that a service builds, and merge keys", () => {
    const files = {
      "packages/api/Dockerfile": 'FROM node\nWORKDIR /app\nENTRYPOINT ["node"]\nCMD ["src/main.js"]',
      "docker/web.Dockerfile": "FROM node\nENV A=1\nCMD node app.js",
    };
    const text = `
x-base: &base { network_mode: host, scale: 2 }
services:
  api: { <<: *base, build: ./packages/api }
  web: { <<: *base, build: { context: ., dockerfile: docker/web.Dockerfile }, environment: { A: 2 } }
  own: { build: ./packages/api, command: [src/main.js] }
  image: { image: redis }
`;
    assert.equal(
      compose(text, "docker-compose.yml", files),
      "packages/api/src/main.js process 2 @0, app.js process 2 A=2 @0, packages/api/src/main.js process 1 @1",
    );
  });

  it("reads a Procfile, whose types do not share a machine", () => {
    const root = tree({
      ...FILES,
      Procfile: "web: PORT=1 node dist/server.js\n# no\nworker: npm run --prefix packages/api start\nrelease:\n",
    });
    const found = launchesIn(resolverIn(root), parseFile).launches.filter(({ where }) =>
      where.file.endsWith("Procfile"),
    );
    assert.deepEqual(
      starts(root, ({ where }) => where.file.endsWith("Procfile")),
      ["src/server.ts process 1 PORT=1", "packages/api/src/main.js process 1"],
    );
    assert.notEqual(found[0]?.group, found[1]?.group);
  });
});
