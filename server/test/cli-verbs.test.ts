import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { facts } from "../../rules/src/kernel/facts.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { VERB_NAMES } from "../src/cli/verbs.ts";
import { FIXED_LOCAL_PORT, LISTEN, run, withFiles } from "./cli.ts";

describe("portreuse, the commands", () => {
  it("alone shows its commands", async () => {
    const alone = await run(".");
    assert.equal(alone.code, 0);
    for (const verb of VERB_NAMES) assert.match(alone.out, new RegExp(`^ {2}${verb} `, "m"));
    for (const args of [["help"], ["--help"], ["-h"]]) assert.deepEqual(await run(".", ...args), alone);
  });

  it("show the same help behind help, behind --help and behind -h, in lines that fit", async () => {
    for (const verb of VERB_NAMES) {
      const help = await run(".", "help", verb);
      assert.equal(help.code, 0);
      assert.match(help.out, /\n\nExit codes: 0/, verb);
      assert.ok(
        help.out.split("\n").every((line) => line.length <= 90),
        verb,
      );
      for (const flag of ["--help", "-h"]) assert.deepEqual(await run(".", verb, flag), help, verb);
    }
  });

  it("name all their options in the help", async () => {
    const folder = join(import.meta.dirname, "../src/cli");
    const files: Record<string, string> = {
      check: "arguments.ts",
      who: "who-command.ts",
      rules: "rules-command.ts",
      init: "init-command.ts",
    };
    for (const [verb, file] of Object.entries(files)) {
      const [, block = ""] =
        /const OPTIONS = \{(.*?)\n?\} as const/s.exec(readFileSync(join(folder, file), "utf8")) ?? [];
      const names = [...block.matchAll(/"?([\w-]+)"?: \{/g)].map(([, name]) => name);
      assert.ok(names.length > 0, verb);
      const { out } = await run(".", "help", verb);
      for (const name of [...names, "color", "no-color", "help"]) assert.match(out, new RegExp(`--${name}\\b`), verb);
    }
  });

  it("version", async () => {
    const version = await run(".", "version");
    assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
    for (const flag of ["--version", "-v"]) assert.deepEqual(await run(".", flag), version);
  });

  it("version takes nothing", async () => {
    const { code, err } = await run(".", "version", "x");
    assert.deepEqual([code, err], [2, "portreuse: version takes nothing, and x was given.\n"]);
  });

  it("explain finds a name by a part of it", async () => {
    const { code, err } = await run(".", "explain", "require-reuse");
    assert.deepEqual(
      [code, err],
      [2, 'portreuse: Nothing is called "require-reuse". Did you mean require-reuse-option?\n'],
    );
  });

  it("check goes without its name, before paths, globs and options", () =>
    withFiles({ "src/a.mjs": LISTEN, "src/b.mjs": FIXED_LOCAL_PORT }, async (cwd) => {
      const { out } = await run(cwd, "check", "src");
      for (const args of [
        ["src"],
        ["./src"],
        ["src/*.mjs"],
        ["--max-warnings=9"],
        ["--max-warnings", "9", "check", "src"],
      ])
        assert.equal((await run(cwd, ...args)).out, out, args.join(" "));
    }));

  it("a word that is neither a command nor a path is named with the nearest of both", () =>
    withFiles({ "server/a.mjs": LISTEN }, async (cwd) =>
      assert.deepEqual(await run(cwd, "sever"), {
        code: 2,
        out: "",
        err: 'portreuse: Unknown command "sever". Did you mean server?\n',
      }),
    ));

  it("the command is meant where a directory has the name of a command", () =>
    withFiles({ "rules/a.mjs": LISTEN }, async (cwd) => {
      assert.match((await run(cwd, "rules")).out, /^require-reuse-option /m);
      assert.match((await run(cwd, "./rules")).out, /1 problem/);
    }));

  it("rules lists all of them with severity and description, for people and programs", async () => {
    const { code, out } = await run(".", "rules");
    assert.equal(code, 0);
    for (const { name, meta } of rules)
      assert.match(out, new RegExp(`^${name} +${meta.recommended} +${meta.description.slice(0, 8)}`, "m"));
    const read = JSON.parse((await run(".", "rules", "--format", "json")).out) as { name: string }[];
    assert.deepEqual(
      read.map(({ name }) => name),
      rules.map(({ name }) => name),
    );
    const named = await run(".", "rules", "no-cluster-bypass");
    assert.deepEqual(
      [named.code, named.err],
      [2, "portreuse: rules takes no names; portreuse explain no-cluster-bypass shows the page about one.\n"],
    );
  });

  describe("explain", () => {
    it("shows the page of every rule without the signs of Markdown, wrapped", async () => {
      for (const { name } of rules) {
        const { code, out, err } = await run(".", "explain", name);
        assert.deepEqual([code, err], [0, ""]);
        assert.ok(out.startsWith(`${name}\n`), name);
        assert.match(out, /^What is wrong$/m, name);
        const prose = out.split("\n").filter((line) => !/^ {4}|\S {2,}\S/.test(line));
        assert.doesNotMatch(prose.join("\n"), /```|<!--|\*\*|\]\(|^#/m, name);
        const long = prose.filter((line) => line.length > 80 && line.trim().includes(" "));
        assert.ok(
          long.every((line) => /https?:\S{40}/.test(line)),
          `${name}: ${long.join("\n")}`,
        );
      }
    });

    it("keeps code as it is", async () => {
      const page = readFileSync(join(import.meta.dirname, "../../rules/docs/no-fixed-local-port.md"), "utf8");
      const [, code = ""] = /```ts reported\n(.*?)```/s.exec(page) ?? [];
      const { out } = await run(".", "explain", "portreuse/no-fixed-local-port");
      assert.ok(out.includes(code.replace(/^(?=.)/gm, "    ")));
    });

    it("shows error codes: where they come from, and which rules speak of them", async () => {
      for (const code of ["EADDRINUSE", "EADDRNOTAVAIL", "ENOTSUP", "eaddrinuse"]) {
        const { code: exit, out } = await run(".", "explain", code);
        assert.equal(exit, 0);
        assert.ok(out.startsWith(`${code.toUpperCase()}\n`));
        assert.match(out, /^Rules that speak of it$/m, code);
      }
    });

    it("shows every fact", async () => {
      for (const { id, title } of facts) {
        const { code, out } = await run(".", "explain", id);
        assert.equal(code, 0);
        assert.ok(out.startsWith(title.replaceAll("`", "")), out.slice(0, 80));
        assert.match(out, /^- Sources: /m);
      }
    });

    it("names what it does not know, and shows the rest", async () => {
      const { code, out, err } = await run(".", "explain", "EADDRINUS", "ENOTSUP", "nonsense");
      assert.deepEqual(
        [code, err.split("\n")],
        [
          2,
          [
            'portreuse: Nothing is called "EADDRINUS". Did you mean EADDRINUSE?',
            'portreuse: Nothing is called "nonsense". portreuse rules lists the rules; an error code is one such as EADDRINUSE.',
            "",
          ],
        ],
      );
      assert.ok(out.startsWith("ENOTSUP\n"));
      assert.equal((await run(".", "explain")).code, 2);
    });

    it("has colours where they are asked for", async () => {
      const { out } = await run(".", "explain", "--color", "EADDRINUSE");
      assert.notEqual(out, stripVTControlCharacters(out));
      assert.equal(stripVTControlCharacters(out), (await run(".", "explain", "EADDRINUSE")).out);
    });
  });

  it("colours come as --color and --no-color say, before the environment", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) => {
      const coloured = async (...args: string[]) => (await run(cwd, "a.mjs", ...args)).out.includes("\u001B[");
      assert.equal(await coloured(), false);
      assert.equal(await coloured("--color"), true);
      process.env["FORCE_COLOR"] = "1";
      try {
        assert.equal(await coloured(), true);
        assert.equal(await coloured("--no-color"), false);
        process.env["NO_COLOR"] = "1";
        assert.equal(await coloured(), false);
        assert.equal(await coloured("--color"), true);
      } finally {
        delete process.env["FORCE_COLOR"];
        delete process.env["NO_COLOR"];
      }
    }));
});
