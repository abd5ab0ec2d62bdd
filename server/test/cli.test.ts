import assert from "node:assert/strict";
import type * as Sarif from "sarif";
import { stripVTControlCharacters } from "node:util";
import { ESLint, type Linter } from "eslint";
import { FORMATS } from "../src/cli/arguments.ts";
import { ERROR, FIXED_LOCAL_PORT, LISTEN, run, withFiles } from "./cli.ts";

interface Result {
  filePath: string;
  messages: Linter.LintMessage[];
}

describe("portreuse check", () => {
  describe("exit codes", () => {
    it("is 0 without findings, and one line says so, to people", () =>
      withFiles({ "a.js": "export const a = 1;" }, async (cwd) => {
        for (const format of ["stylish", "codeframe"])
          assert.deepEqual(await run(cwd, "check", "--format", format), {
            code: 0,
            out: "✔ No problems in 1 file\n",
            err: "",
          });
        assert.deepEqual(await run(cwd, "check", "--format", "github"), { code: 0, out: "", err: "" });
      }));

    it("is 1 with errors, and 0 with warnings alone", () =>
      withFiles({ "a.mjs": LISTEN, "sub/c.mjs": ERROR }, async (cwd) => {
        assert.equal((await run(cwd, "check")).code, 1);
        const warned = await run(cwd, "check", "a.mjs");
        assert.equal(warned.code, 0);
        assert.match(warned.out, /1 problem \(0 errors, 1 warning\)/);
        assert.equal((await run(cwd, "check", "a.mjs", "--max-warnings", "0")).code, 1);
      }));

    it("lets as many warnings pass as --max-warnings says, and no error", () =>
      withFiles({ "a.mjs": LISTEN, "b.mjs": LISTEN, "sub/c.mjs": ERROR }, async (cwd) => {
        assert.equal((await run(cwd, "check", "a.mjs", "b.mjs", "--max-warnings", "2")).code, 0);
        const over = await run(cwd, "check", "a.mjs", "b.mjs", "--max-warnings=1");
        assert.deepEqual([over.code, over.err], [1, "portreuse: 2 warnings, and --max-warnings allows 1.\n"]);
        assert.equal((await run(cwd, "check", "--max-warnings", "9")).code, 1);
      }));

    it("stays as it is where a comment names a rule that is not there, which one line says", () =>
      withFiles({ "a.mjs": `// portreuse-disable-next-line require-reuse-optoin\n${LISTEN}` }, async (cwd) => {
        const { code, err } = await run(cwd, "check");
        assert.deepEqual(
          [code, err],
          [
            0,
            'portreuse: a.mjs:1: Unknown rule "require-reuse-optoin" in a comment. Did you mean require-reuse-option?\n',
          ],
        );
      }));

    it("counts only errors with --quiet", () =>
      withFiles({ "a.mjs": LISTEN, "sub/c.mjs": ERROR }, async (cwd) => {
        assert.deepEqual(await run(cwd, "check", "--quiet", "a.mjs"), {
          code: 0,
          out: "✔ No errors in 1 file\n",
          err: "",
        });
        const both = await run(cwd, "check", "--quiet");
        assert.equal(both.code, 1);
        assert.match(both.out, /1 problem \(1 error, 0 warnings\)/);
      }));
  });

  describe("wrong use is named in one line, with exit code 2, and the rest is done", () => {
    const cases: [string[], string][] = [
      [["chekc"], 'Unknown command "chekc". Did you mean check?'],
      [["help", "whoo"], 'Unknown command "whoo". Did you mean who?'],
      [
        ["nonsense"],
        'Unknown command "nonsense", and there is no file or directory of this name. Expected check, ports, who, rules, explain, init, help or version.',
      ],
      [["a.jt"], "no such file or directory: a.jt. Did you mean a.js?"],
      [["./a.jx"], "no such file or directory: ./a.jx. Did you mean a.js?"],
      [["check", "nowhere"], "no such file or directory: nowhere"],
      [["check", "--format", "jsno"], 'Unknown format "jsno". Did you mean json?'],
      [["check", "--fromat", "json"], 'Unknown option "--fromat". Did you mean --format?'],
      [["check", "--nope"], 'Unknown option "--nope". portreuse help check lists the options.'],
      [["check", "-x"], 'Unknown option "-x". portreuse help check lists the options.'],
      [
        ["check", "--fromat=json", "--quiet=1", "--rule"],
        'Unknown option "--fromat". Did you mean --format?\nportreuse: --quiet takes no value.\nportreuse: --rule takes name=level.',
      ],
      [
        ["check", "--fromat=x", "--format=jsn", "--rule=foo=off", "--max-warnings=x", "--dry-run", "nowhere"],
        [
          'Unknown option "--fromat". Did you mean --format?',
          "--dry-run goes with --fix-suggestions.",
          'Unknown format "jsn". Did you mean json?',
          '--max-warnings takes a number of 0 or more, not "x".',
          'Unknown rule "foo". "portreuse rules" lists all.',
          "no such file or directory: nowhere",
        ].join("\nportreuse: "),
      ],
      [["check", "--fix"], 'Unknown option "--fix". Did you mean --fix-suggestions?'],
      [["lint", "src"], 'Unknown command "lint". Did you mean check?'],
      [["fix"], 'Unknown command "fix". Did you mean check --fix-suggestions?'],
      [
        ["check", "--rule", "x/require-reuse-optoin=off"],
        'Unknown rule "x/require-reuse-optoin". Did you mean require-reuse-option?',
      ],
      [["check", "--dry-run"], "--dry-run goes with --fix-suggestions."],
      [["check", "--stdin-filename", "a.js"], "--stdin-filename goes with --stdin."],
      [["check", "--stdin", "a.js"], "--stdin takes no paths, and a.js was given."],
      [["check", "--stdin", "--fix-suggestions"], "--stdin does not go with --fix-suggestions."],
      [["check", "--format"], "--format takes a name: stylish, codeframe, json, sarif, github, gitlab."],
      [["check", "--rule", "--quiet"], "--rule takes name=level."],
      [["check", "--since="], "--since takes a commit, a branch or a tag."],
      [["check", "--quiet=yes"], "--quiet takes no value."],
      [["check", ""], 'no such file or directory: ""'],
      [["check", "--max-warnings", "many"], '--max-warnings takes a number of 0 or more, not "many".'],
      [
        ["check", "--rule", "require-reuse-options=error"],
        'Unknown rule "require-reuse-options". Did you mean require-reuse-option?',
      ],
      [
        ["check", "--rule", "require-reuse-option=errror"],
        'require-reuse-option: Invalid severity "errror"; expected off, warn or error.',
      ],
      [["check", "--rule", "require-reuse-option"], '--rule takes name=level, not "require-reuse-option".'],
      [
        ["check", "--rule", 'require-reuse-option=["warn",{"api":"all"}]'],
        'require-reuse-option: Unknown option "api". Did you mean apis?',
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn",{"apis":"al"}]'],
        'require-reuse-option: Invalid value "al" for option "apis". Did you mean all?',
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn"'],
        '--rule require-reuse-option: expected a level or ["level", { … }] in JSON, got ["warn"',
      ],
      [
        ["check", "--rule", 'no-ephemeral-server-port=["warn",{"range":[60999,32768]}]'],
        'no-ephemeral-server-port: option "range" expects the first port before the last, got [60999,32768].',
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn",{"toString":1}]'],
        'require-reuse-option: Unknown option "toString". Expected apis.',
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn",{"apis":"some"}]'],
        'require-reuse-option: Invalid value "some" for option "apis". Expected forwarding or all.',
      ],
      [
        ["check", "--rule", 'no-ephemeral-server-port=["warn",{"range":[0,70000]}]'],
        'no-ephemeral-server-port: Invalid value [0,70000] for option "range". 0 is less than 1.',
      ],
      [
        ["check", "--rule", "require-reuse-option=[]"],
        "require-reuse-option: Missing severity; expected off, warn or error.",
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn",[]]'],
        "require-reuse-option: Expected an options object, got [].",
      ],
      [
        ["check", "--rule", 'require-reuse-option=["warn",{},{}]'],
        "require-reuse-option: Expected one options object after the severity.",
      ],
      [
        ["check", "--rule", 'no-fixed-local-port=["warn",{"apis":"all"}]'],
        'no-fixed-local-port: Unknown option "apis"; the rule has no options.',
      ],
    ];
    for (const [args, line] of cases)
      it(args.join(" "), () =>
        withFiles({ "a.js": "" }, async (cwd) => {
          const isChecked = args[0] === "check" && !line.includes("no such file");
          const out = isChecked ? "✔ No problems in 1 file\n" : "";
          assert.deepEqual(await run(cwd, ...args), { code: 2, out, err: `portreuse: ${line}\n` });
        }),
      );

    it("finds what it finds without the mistake, in every format", () =>
      withFiles({ "a.mjs": FIXED_LOCAL_PORT, "b/c.mjs": LISTEN }, async (cwd) => {
        for (const format of FORMATS) {
          const right = await run(cwd, "check", "--format", format);
          assert.match(right.out, /a\.mjs/, format);
          const wrong = await run(cwd, "check", "--format", format, "--nope", "--max-warnings=x");
          assert.equal(wrong.code, 2);
          assert.equal(wrong.err.match(/^portreuse: /gm)?.length, 2, wrong.err);
          // SARIF has a place of its own for what kept a run from being complete.
          if (format !== "sarif") assert.equal(wrong.out, right.out, format);
          else assert.deepEqual(JSON.parse(wrong.out).runs[0].results, JSON.parse(right.out).runs[0].results);
        }
      }));
    it("takes the word behind a misspelt option for its value, where that one takes one", () =>
      withFiles({ "a.mjs": FIXED_LOCAL_PORT }, async (cwd) => {
        const { out } = await run(cwd, "check");
        assert.deepEqual(await run(cwd, "check", "--fromat", "json"), {
          code: 2,
          out,
          err: 'portreuse: Unknown option "--fromat". Did you mean --format?\n',
        });
        const quiet = await run(cwd, "check", "--qiet", "a.mjs");
        assert.deepEqual([quiet.out, quiet.err], [out, 'portreuse: Unknown option "--qiet". Did you mean --quiet?\n']);
        const other = await run(cwd, "check", "--foo", "bar");
        assert.match(other.err, /Unknown option "--foo"\..*\n.*no such file or directory: bar\n$/);
      }));
    it("does what else other commands are asked for", async () => {
      for (const [args, line] of [
        [["help", "who", "me"], "help takes one command, and me was given too."],
        [["help", "who", "--nope"], 'Unknown option "--nope". portreuse help help lists the options.'],
        [["rules", "x"], "rules takes no names; portreuse explain x shows the page about one."],
        [["rules", "--format", "jsn"], 'Unknown format "jsn". Did you mean json?'],
        [["explain", "EADDRINUSE", "--colour"], 'Unknown option "--colour". Did you mean --color?'],
        [["version", "--nope"], 'Unknown option "--nope". portreuse help version lists the options.'],
      ] as const) {
        const right = await run(".", ...args.slice(0, args[0] === "explain" || args[0] === "help" ? 2 : 1));
        assert.deepEqual(await run(".", ...args), { code: 2, out: right.out, err: `portreuse: ${line}\n` });
      }
    });
  });

  describe("levels and settings", () => {
    const pkg = (portreuse: object) => JSON.stringify({ portreuse });

    it("come from the nearest package.json, and --rule stands above it", () =>
      withFiles(
        {
          "package.json": pkg({ rules: { "no-fixed-local-port": "off" } }),
          "a.mjs": FIXED_LOCAL_PORT,
          "inner/package.json": pkg({}),
          "inner/b.mjs": FIXED_LOCAL_PORT,
        },
        async (cwd) => {
          assert.deepEqual(filesIn(await run(cwd, "check", "--format", "json")), ["b.mjs"]);
          assert.deepEqual(
            filesIn(await run(cwd, "check", "--format", "json", "--rule", "portreuse/no-fixed-local-port=error")),
            ["a.mjs", "b.mjs"],
          );
        },
      ));

    it("of a package without the key are those of the nearest manifest above it that has one, in the same repository", () =>
      withFiles(
        {
          "package.json": pkg({ rules: { "no-fixed-local-port": "off" }, nodes: ">=20" }),
          "packages/a/package.json": '{ "engines": { "node": ">=22" } }',
          "packages/a/a.mjs": FIXED_LOCAL_PORT,
          "packages/a/src/package.json": '{ "type": "commonjs" }',
          "packages/a/src/b.cjs": FIXED_LOCAL_PORT,
          "packages/deno/deno.json": '{ "tasks": {} }',
          "packages/deno/c.mjs": FIXED_LOCAL_PORT,
          "vendored/.git/HEAD": "",
          "vendored/package.json": "{}",
          "vendored/d.mjs": FIXED_LOCAL_PORT,
          "vendored/nested/package.json": "{}",
          "vendored/nested/e.mjs": FIXED_LOCAL_PORT,
          "broken/package.json": '{ "portreuse": [] }',
          "broken/f/package.json": "{}",
          "broken/f/f.mjs": FIXED_LOCAL_PORT,
        },
        async (cwd) => {
          const result = await run(cwd, "check", "--format", "json");
          assert.deepEqual(filesIn(result), ["f.mjs", "d.mjs", "e.mjs"]);
          // Once, whatever number of packages it holds for.
          assert.equal(
            result.err,
            "portreuse: broken/package.json: portreuse: expected an object, got [].\n" +
              "portreuse: package.json: portreuse.nodes: no such setting. Did you mean node?\n",
          );
        },
      ));

    it("take options", () =>
      withFiles(
        {
          "package.json": pkg({ rules: { "portreuse/require-reuse-option": ["error", { apis: "all" }] } }),
          "a.mjs": 'import { WebSocketServer } from "ws";\nnew WebSocketServer({ port: 8080 });\n',
        },
        async (cwd) => {
          const [result] = JSON.parse((await run(cwd, "check", "--format", "json")).out) as Result[];
          assert.deepEqual(
            result?.messages.map((each) => [each.ruleId, each.severity, each.messageId]),
            [["portreuse/require-reuse-option", 2, "droppedOption"]],
          );
        },
      ));

    it("that are wrong are named with their file, and the rest holds", () =>
      withFiles(
        {
          "package.json": pkg({
            node: "twenty",
            rules: { "no-fixed-local-prot": "off", "require-reuse-option": "loud" },
          }),
          "a.mjs": FIXED_LOCAL_PORT,
        },
        async (cwd) => {
          const { code, out, err } = await run(cwd, "check");
          const where = "portreuse: package.json: portreuse";
          // 2, and all the same the findings are there.
          assert.equal(code, 2);
          assert.match(out, /portreuse\/no-fixed-local-port/);
          assert.deepEqual(err.trimEnd().split("\n"), [
            `${where}.node: expected a semver range such as ">=20", got "twenty".`,
            `${where}.rules: Unknown rule "no-fixed-local-prot". Did you mean no-fixed-local-port?`,
            `${where}.rules: require-reuse-option: Invalid severity "loud"; expected off, warn or error.`,
          ]);
        },
      ));

    it("never crash, whatever stands there", () =>
      withFiles(
        {
          "package.json": '{ "portreuse": [1] }',
          "a.mjs": LISTEN,
          "b/package.json": "{ broken",
          "b/b.mjs": LISTEN,
          "c/package.json": '{ "portreuse": { "rules": 7 } }',
          "c/c.mjs": LISTEN,
          "d/package.json": "null",
          "d/d.mjs": LISTEN,
        },
        async (cwd) => {
          const result = await run(cwd, "check", "--format", "json");
          assert.deepEqual(filesIn(result), ["a.mjs", "b.mjs", "c.mjs", "d.mjs"]);
          assert.deepEqual(
            [result.code, result.err.trimEnd().split("\n").sort()],
            [
              2,
              [
                "portreuse: b/package.json:1:3: this is not JSON: expected property name or '}'.",
                "portreuse: c/package.json: portreuse.rules: expected an object of rule levels, got 7.",
                "portreuse: d/package.json: expected a JSON object, got null.",
                "portreuse: package.json: portreuse: expected an object, got [1].",
              ],
            ],
          );
        },
      ));

    it("of npm's own that are of the wrong kind count as not there", () =>
      withFiles(
        {
          "package.json":
            '{ "packageManager": 7, "engines": "bun", "os": "linux", "dependencies": null, "devDependencies": "x" }',
          "a.mjs": LISTEN,
        },
        async (cwd) => {
          const result = await run(cwd, "check", "--format", "json");
          assert.deepEqual(
            [filesIn(result), result.code, result.err],
            [
              ["a.mjs"],
              0,
              'portreuse: package.json:1:98: devDependencies: expected an object, got "x". It is ignored.\n',
            ],
          );
        },
      ));

    it("that would silence a rule without saying so are refused", () =>
      withFiles(
        {
          "package.json": pkg({
            platforms: [],
            testFiles: [""],
            platform: ["linux"],
            rules: { "no-ephemeral-server-port": ["warn", { range: [9, 1] }] },
          }),
          "a.mjs": LISTEN.replace("3000", "40000"),
        },
        async (cwd) => {
          const { code, out, err } = await run(cwd, "check");
          assert.equal(code, 2);
          assert.match(out, /no-ephemeral-server-port/);
          for (const line of [
            "platforms: expected a list of one or more of aix, ",
            'testFiles: expected a list of globs, with at most four * in a name and no ?(…), *(…), +(…), @(…) or !(…), got [""].',
            "platform: no such setting. Did you mean platforms?",
            'rules: no-ephemeral-server-port: option "range" expects the first port before the last, got [9,1].',
          ])
            assert.ok(err.includes(`package.json: portreuse.${line}`), `${line}\n${err}`);
        },
      ));

    it("leave test files out, and testFiles: [] takes them in", () =>
      withFiles(
        { "test/a.mjs": LISTEN, "all/package.json": pkg({ testFiles: [] }), "all/test/b.mjs": LISTEN },
        async (cwd) => assert.deepEqual(filesIn(await run(cwd, "check", "--format", "json")), ["b.mjs"]),
      ));

    it("count paths outside the working directory from the directory that was named", () =>
      withFiles(
        { "test/app/src/a.mjs": LISTEN, "test/app/test/b.mjs": LISTEN, "elsewhere/c.mjs": "" },
        async (directory) =>
          assert.deepEqual(filesIn(await run(`${directory}/elsewhere`, "check", "--format", "json", "../test/app")), [
            "a.mjs",
          ]),
      ));
  });

  describe("formats", () => {
    it("stylish: a line for each finding, and a sum", () =>
      withFiles({ "src/a.mjs": LISTEN }, async (cwd) => {
        const { out } = await run(cwd, "check");
        assert.match(
          out,
          /^\nsrc\/a\.mjs\n {2}2:21 {2}warning {2}A second copy .* EADDRINUSE: listen\(\) .*\. {2}portreuse\/require-reuse-option\n {17}help: .*\.\n\n✖ 1 problem \(0 errors, 1 warning\) in 1 file\n$/,
        );
      }));

    it("say where the processes are started, if that is in another file", () =>
      withFiles(
        {
          "package.json": "{}",
          "pool.mjs":
            'import { fork } from "node:child_process";\n\nfor (let i = 0; i < 4; i++) fork("./child.mjs");\n',
          "child.mjs": 'import http from "node:http";\nhttp.createServer().listen(3000);\n',
        },
        async (cwd) => {
          const of = async (format: string) => (await run(cwd, "check", "--format", format, "child.mjs")).out;
          assert.match(await of("stylish"), /\n +note: They are started here: pool\.mjs:3:29\n/);
          assert.match(await of("codeframe"), /\n= note: They are started here: pool\.mjs:3:29\n/);
          const [result] = (JSON.parse(await of("sarif")) as Sarif.Log).runs[0]?.results ?? [];
          assert.equal(result?.ruleId, "portreuse/no-worker-port-conflict");
          const [related] = result.relatedLocations ?? [];
          assert.equal(related?.physicalLocation?.artifactLocation?.uri, "pool.mjs");
          assert.equal(related.physicalLocation.region?.startLine, 3);
        },
      ));
    it("codeframe: the code with a mark under the place, and one line of explanation", () =>
      withFiles({ "a.mjs": LISTEN, "long.mjs": `${LISTEN.trim()}${" ".repeat(2000)};` }, async (cwd) => {
        const { out } = await run(cwd, "check", "--format", "codeframe", "a.mjs");
        assert.deepEqual(marked(out), ["listen"]);
        assert.match(out, /\n= .+\.\n/);
        assert.doesNotMatch((await run(cwd, "check", "--format", "codeframe", "long.mjs")).out, / {500}/);
      }));

    it("codeframe: the marks stand under the code that is meant, behind tabs and in the first column too", () =>
      withFiles(
        {
          "a.mjs": [
            'import http from "node:http";',
            'import net from "node:net";',
            "\tif (http) {\thttp.createServer().listen(3000); }",
            "net.connect({ port: 80,",
            "localPort: 4000 });",
            'net.connect({ port: 80, localAddress: "0.0.0.0" });',
          ].join("\n"),
          "broken.mjs": `${LISTEN}const = ;`,
        },
        async (cwd) => {
          for (const colour of ["0", "1"]) {
            process.env["FORCE_COLOR"] = colour;
            try {
              const { out } = await run(cwd, "check", "--format", "codeframe");
              assert.deepEqual(marked(stripVTControlCharacters(out)), [
                "listen",
                "localPort: 4000",
                'localAddress: "0.0.0.0"',
                "=",
              ]);
            } finally {
              delete process.env["FORCE_COLOR"];
            }
          }
        },
      ));

    it("json: ESLint's results, which its own formatters read", () =>
      withFiles({ "a.mjs": LISTEN, "broken.mjs": `${LISTEN}const = ;` }, async (cwd) => {
        const results = JSON.parse((await run(cwd, "check", "--format", "json")).out) as ESLint.LintResult[];
        assert.deepEqual(
          results.map((each) => [each.errorCount, each.warningCount, each.fatalErrorCount]),
          [
            [0, 1, 0],
            [1, 0, 1],
          ],
        );
        const formatted = await (
          await new ESLint({ overrideConfigFile: true }).loadFormatter("stylish")
        ).format(results);
        assert.match(
          String(formatted),
          /a\.mjs[\s\S]*2:21 {2}warning[\s\S]*broken\.mjs[\s\S]*3:7 {2}error {2}Parsing error/,
        );
        const [suggestion] = results[0]?.messages[0]?.suggestions ?? [];
        assert.ok(suggestion && suggestion.desc.length > 0 && suggestion.fix.range[0] > 0);
      }));

    it("json: a result for each file that was checked", () =>
      withFiles({ "a.mjs": LISTEN, "clean.mjs": "", "video.ts": Buffer.from([0]) }, async (cwd) => {
        const results = JSON.parse(
          (await run(cwd, "check", "--format", "json", ".", "nowhere.js")).out,
        ) as ESLint.LintResult[];
        assert.deepEqual(
          results.map(({ filePath, messages, suppressedMessages, source }) => [
            filePath,
            messages.length,
            suppressedMessages,
            source,
          ]),
          [
            [`${cwd}/a.mjs`, 1, [], LISTEN],
            [`${cwd}/clean.mjs`, 0, [], undefined],
          ],
        );
      }));

    it("names paths outside the working directory in full, and a folder that only looks so as it is", () =>
      withFiles({ "in/..well/a.mjs": LISTEN, "b.mjs": LISTEN }, async (directory) => {
        const { out } = await run(`${directory}/in`, "check", ".", "../b.mjs");
        assert.deepEqual(out.match(/^\S.*\.mjs$/gm), ["..well/a.mjs", `${directory}/b.mjs`]);
      }));

    it("gitlab: issues that stay the same where lines above them come", async () => {
      const issues = (text: string) =>
        withFiles({ "src/a.mjs": text }, async (cwd) => {
          const { out } = await run(cwd, "check", "--format", "gitlab");
          return JSON.parse(out) as { fingerprint: string; severity: string; location: object; check_name: string }[];
        });
      const twice = `${FIXED_LOCAL_PORT}net.connect({ host: "a", port: 1, localPort: 7000 });\n`;
      const [first, second, ...more] = await issues(twice);
      assert.ok(first && second);
      assert.deepEqual(more, []);
      assert.deepEqual(
        [first.check_name, first.severity, first.location],
        ["portreuse/no-fixed-local-port", "minor", { path: "src/a.mjs", lines: { begin: 2, end: 2 } }],
      );
      assert.notEqual(first.fingerprint, second.fingerprint);
      const moved = await issues(`\n\n${twice}`);
      assert.deepEqual(
        moved.map((each) => each.fingerprint),
        [first.fingerprint, second.fingerprint],
      );
    });

    it("github: commands with everything escaped", () =>
      withFiles({ "a,b.mjs": LISTEN }, async (cwd) =>
        assert.match(
          (await run(cwd, "check", "--format", "github")).out,
          /^::warning file=a%2Cb\.mjs,line=2,endLine=2,col=21,endColumn=27,title=portreuse\/require-reuse-option::A second copy .*: listen\(\) .*%0A.*\n$/,
        ),
      ));
  });
});

function filesIn({ out }: { out: string }): string[] {
  return (JSON.parse(out) as Result[])
    .filter((each) => each.messages.length > 0)
    .map((each) => each.filePath.split("/").at(-1) as string);
}

/** The code above the carets of each frame. There are no tabs: terminals show them in different widths. */
function marked(out: string): string[] {
  const lines = out.split("\n");
  return lines.flatMap((line, i) => {
    const gutter = /^> *\d+ \| /.exec(line)?.[0].length;
    if (gutter === undefined) return [];
    const [code, marks] = [line.slice(gutter), (lines[i + 1] ?? "").slice(gutter)];
    const [before, carets] = /^( *)(\^+)$/.exec(marks)?.slice(1) as [string, string];
    assert.doesNotMatch(code, /\t/);
    return [code.slice(before.length, before.length + carets.length)];
  });
}
