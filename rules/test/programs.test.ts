import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkMessages } from "../../server/src/lint/messages.ts";
import { parseFile } from "../../server/src/lint/parse.ts";
import { diskFiles } from "../src/program/files.ts";
import { nearestPackage } from "../src/program/package-json.ts";
import { projectsOf } from "../src/runs/projects.ts";
import type { UserSettings } from "../src/settings.ts";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { readFixture, root, type Fixture } from "./fixtures.ts";
import { levelsOf, runEslintAt, type Found } from "./hosts.ts";

const projects = readdirSync(join(root, "programs")).sort();
const CODE = /\.[cm]?[jt]sx?$/;

/** A copy of its own repository, so that nothing around it counts. */
function copyOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `portreuse-${name}-`));
  cpSync(join(root, "programs", name), folder, { recursive: true });
  mkdirSync(join(folder, ".git"));
  return folder;
}

function filesOf(folder: string): Fixture[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => CODE.test(path))
    .sort()
    .map((path) => ({ ...readFixture(join(folder, path)), name: path, path: path.replaceAll("\\", "/") }));
}

function stated({ expected }: Fixture): string[] {
  return expected.map((each) => `${each.line}:${each.column}-${each.endColumn} ${each.rule} ${each.messageId}`).sort();
}

/** What the rules say; on code that cannot be parsed hosts have words of their own. */
function ruled(found: readonly Found[]): Found[] {
  return found.filter(({ ruleId }) => ruleId !== null);
}

function shown(found: readonly Found[]): string[] {
  return ruled(found)
    .map(
      (each) =>
        `${each.line}:${each.column}-${each.endColumn} ${each.ruleId?.slice("portreuse/".length)} ${each.messageId}`,
    )
    .sort();
}

describe("programs of several files", () => {
  it("are half silent and half not", () => {
    const silent = projects.filter((name) =>
      filesOf(join(root, "programs", name)).every(({ expected }) => expected.length === 0),
    );
    assert.ok(projects.length >= 20 && silent.length >= projects.length / 3, `${silent.length} of ${projects.length}`);
  });
  it("go by what the settings of the host state", () => {
    const folder = copyOf("forks-config-port");
    try {
      const own = projectsOf(parseFile, diskFiles());
      const filename = join(folder, "child.js");
      const of = (host: UserSettings) =>
        checkMessages({
          text: readFileSync(filename, "utf8"),
          path: "child.js",
          settings: { host, hostName: "", package: null },
          levels: recommendedLevels(),
          program: { filename, runs: () => own.of(filename, folder) },
        }).map(({ messageId }) => messageId);
      assert.deepEqual(of({}), ["noPolicy"]);
      assert.deepEqual(of({ launches: { "child.js": { as: "cluster" } } }), []);
      assert.deepEqual(of({ launches: { "child.js": { as: "cluster" } }, program: false }), ["noPolicy"]);
      assert.deepEqual(of({ launches: { "main.js": { as: "cluster" } } }), ["noPolicy"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it("are not looked at where a setting says so", () => {
    const looked = (host: UserSettings) => {
      let count = 0;
      const own = projectsOf(parseFile, diskFiles());
      const folder = join(root, "programs", "forks-config-port");
      const filename = join(folder, "client.js");
      checkMessages({
        text: 'import http from "node:http";\nimport { options } from "./options.js";\nhttp.get(options);\n',
        path: "client.js",
        settings: { host, hostName: "", package: null },
        levels: recommendedLevels(),
        program: { filename, runs: () => (count++, own.of(filename, folder)) },
      });
      return count;
    };
    assert.ok(looked({}) > 0);
    assert.equal(looked({ program: false }), 0);
  });
  for (const name of projects)
    describe(name, () => {
      let folder: string;
      before(() => (folder = copyOf(name)));
      after(() => rmSync(folder, { recursive: true }));
      it("gives the findings that its files state, and no others, in our own host and in ESLint", () => {
        const own = projectsOf(parseFile, diskFiles());
        const files = filesOf(folder);
        assert.ok(files.length > 0);
        for (const fixture of files) {
          const filename = join(folder, fixture.path);
          const found = checkMessages({
            text: readFileSync(filename, "utf8"),
            path: fixture.path,
            settings: { host: {}, hostName: "", package: nearestPackage(filename) },
            levels: levelsOf(fixture),
            program: { filename, runs: () => own.of(filename, folder) },
          });
          assert.deepEqual(shown(found), stated(fixture), fixture.path);
          const eslint = runEslintAt(fixture, folder);
          assert.deepEqual(
            ruled(eslint).map(({ message }) => message),
            ruled(found).map(({ message }) => message),
            fixture.path,
          );
          assert.deepEqual(shown(eslint), stated(fixture), fixture.path);
        }
        assert.ok(!existsSync(join(folder, "was-run")), "a configuration was run");
      });
    });
});
