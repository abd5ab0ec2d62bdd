import assert from "node:assert/strict";
import { applied } from "./service-helper.ts";
import { after, open, titled } from "./service-fixture.ts";

const LISTEN = 'import http from "node:http";\n\nhttp.createServer().listen(3000);\n';

describe("service: code actions", () => {
  it("offers the suggestions first, as edits of this very version", () => {
    const opened = open(LISTEN, { version: 12 });
    const [first] = opened.actions();
    assert.equal(
      after(opened, first),
      'import http from "node:http";\n\nhttp.createServer().listen({ port: 3000, reusePort: false });\n',
    );
    const change = first?.edit?.documentChanges?.[0];
    assert.deepEqual(change && "textDocument" in change && change.textDocument, {
      uri: "file:///project/src/server.ts",
      version: 12,
    });
    assert.deepEqual(open(after(opened, first)).diagnostics, []);
    assert.deepEqual(
      opened.actions().filter((each) => each.isPreferred),
      [first],
      "one key applies the safest",
    );
  });

  it("writes edits without versions for clients that know no document changes", () => {
    const [first] = open(LISTEN).actions({ versioned: false });
    assert.ok(first?.edit?.changes?.["file:///project/src/server.ts"]);
    assert.equal(first?.edit?.documentChanges, undefined);
  });

  it("explains where somebody can show the page", () => {
    const explain = titled(open(LISTEN).actions(), /^Explain/);
    assert.deepEqual(explain?.command, {
      title: "Explain require-reuse-option",
      command: "portreuse.explain",
      arguments: ["require-reuse-option"],
    });
    assert.equal(titled(open(LISTEN).actions({ explain: null }), /^Explain/), undefined);
  });

  describe("disable for this line", () => {
    const cases: [name: string, before: string, wanted: string][] = [
      [
        "a statement",
        "  server.listen(3000);\n",
        "  // eslint-disable-next-line portreuse/require-reuse-option\n  server.listen(3000);\n",
      ],
      [
        "CRLF",
        "a();\r\nserver.listen(3000);\r\n",
        "a();\r\n// eslint-disable-next-line portreuse/require-reuse-option\r\nserver.listen(3000);\r\n",
      ],
      [
        "a byte order mark",
        "\uFEFFserver.listen(3000);\n",
        "\uFEFF// eslint-disable-next-line portreuse/require-reuse-option\nserver.listen(3000);\n",
      ],
      [
        "a directive that is there",
        "// eslint-disable-next-line no-console\nserver.listen(3000);\n",
        "// eslint-disable-next-line no-console, portreuse/require-reuse-option\nserver.listen(3000);\n",
      ],
      [
        "a directive with a reason",
        "/* eslint-disable-next-line no-console -- loud */\nserver.listen(3000);\n",
        "/* eslint-disable-next-line no-console, portreuse/require-reuse-option -- loud */\nserver.listen(3000);\n",
      ],
      [
        "a call in a template",
        "const t = `\n${server.listen(3000)}`;\n",
        "const t = `\n${server./* eslint-disable-line portreuse/require-reuse-option */ listen(3000)}`;\n",
      ],
    ];
    for (const [name, before, wanted] of cases) {
      it(name, () => {
        const opened = open(before);
        const changed = after(opened, titled(opened.actions(), /for this line$/));
        assert.equal(changed, wanted);
        assert.deepEqual(open(changed).diagnostics, []);
      });
    }

    it("children of JSX", () => {
      const opened = open("export const App = () => (\n  <p>\n    {server.listen(3000)}\n  </p>\n);\n", {
        path: "src/app.tsx",
      });
      const changed = after(opened, titled(opened.actions(), /for this line$/));
      assert.equal(
        changed,
        "export const App = () => (\n  <p>\n    {/* eslint-disable-next-line portreuse/require-reuse-option */}\n    {server.listen(3000)}\n  </p>\n);\n",
      );
      assert.deepEqual(open(changed, { path: "src/app.tsx" }).diagnostics, []);
    });

    it("attributes of JSX", () => {
      const opened = open("export const App = () => (\n  <p\n    onClick={() => server.listen(3000)}\n  />\n);\n", {
        path: "src/app.tsx",
      });
      const changed = after(opened, titled(opened.actions(), /for this line$/));
      assert.match(changed, /\n {4}\/\/ eslint-disable-next-line portreuse\/require-reuse-option\n {4}onClick/);
      assert.deepEqual(open(changed, { path: "src/app.tsx" }).diagnostics, []);
    });
  });

  describe("disable for this file", () => {
    const cases: [name: string, before: string, wanted: string][] = [
      [
        "at the top",
        "server.listen(3000);\n",
        "/* eslint-disable portreuse/require-reuse-option */\nserver.listen(3000);\n",
      ],
      [
        "behind a hashbang",
        "#!/usr/bin/env node\nserver.listen(3000);\n",
        "#!/usr/bin/env node\n/* eslint-disable portreuse/require-reuse-option */\nserver.listen(3000);\n",
      ],
      [
        "in a directive that is there",
        "/* eslint-disable no-console -- loud */\nserver.listen(3000);\n",
        "/* eslint-disable no-console, portreuse/require-reuse-option -- loud */\nserver.listen(3000);\n",
      ],
    ];
    for (const [name, before, wanted] of cases) {
      it(name, () => {
        const opened = open(before);
        const changed = after(opened, titled(opened.actions(), /for this file$/));
        assert.equal(changed, wanted);
        assert.deepEqual(open(changed).diagnostics, []);
      });
    }
  });

  describe("disable in a project without the plugin", () => {
    const given = { comments: "portreuse" } as const;
    const cases: [name: string, title: RegExp, before: string, wanted: string][] = [
      ["the line", /for this line$/, "listen", "// portreuse-disable-next-line require-reuse-option\nlisten"],
      ["the file", /for this file$/, "listen", "/* portreuse-disable require-reuse-option */\nlisten"],
      [
        "joined to ESLint's comment",
        /for this line$/,
        "// eslint-disable-next-line no-console\nlisten",
        "// eslint-disable-next-line no-console, portreuse/require-reuse-option\nlisten",
      ],
      [
        "joined to our own",
        /for this line$/,
        "// portreuse-disable-next-line no-fixed-local-port -- it is free\nlisten",
        "// portreuse-disable-next-line no-fixed-local-port, require-reuse-option -- it is free\nlisten",
      ],
    ];
    for (const [name, title, before, wanted] of cases) {
      it(name, () => {
        const call = (text: string) => text.replace("listen", "server.listen(3000);\n");
        const opened = open(call(before), given);
        const changed = after(opened, titled(opened.actions(), title));
        assert.equal(changed, call(wanted));
        assert.deepEqual(open(changed).diagnostics, []);
      });
    }
  });

  it("asks for the reason of a comment where the client knows placeholders", () => {
    const snippet = (text: string, title: RegExp, comments?: "portreuse") => {
      const opened = open(text, comments && { comments });
      const [change] = titled(opened.actions({ snippets: true }), title)?.edit?.documentChanges ?? [];
      const [edit] = change && "edits" in change ? change.edits : [];
      return edit && "snippet" in edit ? edit.snippet.value : null;
    };
    assert.equal(
      snippet("  server.listen(3000);\n", /for this line$/, "portreuse"),
      "  // portreuse-disable-next-line require-reuse-option -- ${1:reason}\n",
    );
    assert.equal(
      snippet("server.listen(3000);\n", /for this file$/),
      "/* eslint-disable portreuse/require-reuse-option -- ${1:reason} */\n",
    );
    const there = "// eslint-disable-next-line no-console\nserver.listen(3000);\n";
    assert.equal(snippet(there, /for this line$/), null, "a comment that is there has its reason or none");
  });

  describe("all of a kind in the file", () => {
    const title = /^All \d in this file: /;

    it("applies the first suggestion to every problem of the rule", () => {
      const opened = open("one.listen(3000);\ntwo.listen(4000);\nthree.listen(5000);\n");
      const action = titled(opened.actions(), title);
      assert.match(action?.title ?? "", /^All 3 in this file: State reusePort: false/);
      const changed = after(opened, action);
      assert.equal(
        changed,
        [3000, 4000, 5000]
          .map((port, i) => `${["one", "two", "three"][i]}.listen({ port: ${port}, reusePort: false });\n`)
          .join(""),
      );
      assert.deepEqual(open(changed).diagnostics, []);
    });

    it("makes once what two problems have in common, and leaves out what would touch another edit", () => {
      const each = "await go(http.get(url, { agent: new http.Agent() }));";
      const given = { levels: { "no-agent-per-request": { level: "warn" } } } as const;
      const calls = (count: number) =>
        `import http from "node:http";\nexport async function f(url) {\n${`  ${each}\n`.repeat(count)}}\n`;
      const opened = open(calls(2), given);
      assert.equal(opened.diagnostics.length, 2);
      assert.equal(
        after(opened, titled(opened.actions(), title)),
        calls(2)
          .replace("export", "const agent = new http.Agent({ keepAlive: true });\nexport")
          .replaceAll("agent: new http.Agent()", "agent"),
      );
      const beside = `import http from "node:http";\nexport async function f(url) {\n  ${each}\n  await go(http.get(url, { agent: new http.Agent({ maxSockets: 4 }) }));\n}\n`;
      const other = open(beside, given);
      assert.equal(other.diagnostics.length, 2);
      assert.equal(titled(other.actions(), title), undefined, "two agents at one place");
    });

    it("is not offered for one alone, and not for problems of another kind", () => {
      assert.equal(titled(open("one.listen(3000);\n").actions(), title), undefined);
      const other = open("one.listen(3000);\ntwo.listen({ port: 4000, reusePort: true });\n");
      assert.equal(other.diagnostics.length, 2);
      assert.equal(titled(other.actions(), title), undefined);
    });
  });

  describe("connect helper", () => {
    it("takes the place of an Agent, in an ES module", () => {
      const { text, files, title, opened } = applied(
        'import http from "node:http";\n\nexport const agent = new http.Agent({ keepAlive: true, localAddress: "10.0.0.1", maxSockets: 8 });\n',
        { path: "src/crawl.mjs" },
      );
      assert.equal(
        text,
        'import http from "node:http";\nimport { createAgent } from "./connect-no-port.mjs";\n\nexport const agent = createAgent("10.0.0.1", { keepAlive: true, maxSockets: 8 });\n',
      );
      assert.match(title, /through koffi, to be installed: npm install koffi/);
      assert.deepEqual(Object.keys(files), ["file:///project/src/connect-no-port.mjs"]);
      assert.deepEqual(open(text, { path: "src/crawl.mjs" }).diagnostics, []);
      const versions = opened
        .actions()
        .flatMap((each) => each.edit?.documentChanges ?? [])
        .flatMap((each) =>
          "textDocument" in each && each.textDocument.uri.endsWith("crawl.mjs") ? [each.textDocument.version] : [],
        );
      assert.ok(versions.every((each) => each === 1));
    });

    it("uses node:ffi when every admitted version has it", () => {
      const { title, files } = applied('import http from "node:http";\nnew http.Agent({ localAddress: address });\n', {
        path: "a.mjs",
        package: { engines: { node: ">=26.9" } },
      });
      assert.match(title, /through node:ffi$/);
      assert.match(Object.values(files)[0] ?? "", /from "node:ffi"/);
      assert.match(
        applied('import http from "node:http";\nnew http.Agent({ localAddress: address });\n', {
          path: "a.mjs",
          package: { engines: { node: ">=26" } },
        }).title,
        /koffi/,
      );
    });

    it("knows https, requests, and connections to an address", () => {
      assert.match(
        applied('const https = require("https");\nmodule.exports = new https.Agent({ localAddress: from });\n', {
          path: "a.cjs",
        }).text,
        /const \{ createSecureAgent \} = require\("\.\/connect-no-port\.cjs"\);\nmodule\.exports = createSecureAgent\(from\);/,
      );
      assert.match(
        applied("import http from 'node:http';\nhttp.get({ host: 'example.org', localAddress: from }, done);\n", {
          path: "a.mjs",
        }).text,
        /import \{ createAgent \} from '\.\/connect-no-port\.mjs';\nhttp\.get\(\{ host: 'example\.org', agent: createAgent\(from\) \}, done\);/,
      );
      assert.match(
        applied(
          'import net from "node:net";\nnet.connect({ host: "10.0.0.2", port: 80, localAddress: "10.0.0.1" }, () => go());\n',
          { path: "a.mjs" },
        ).text,
        /\nconnectFrom\("10\.0\.0\.1", \{ host: "10\.0\.0\.2", port: 80 \}\)\.once\("connect", \(\) => go\(\)\);/,
      );
    });

    it("is not offered where it would change something else", () => {
      const silent = [
        'import net from "node:net";\nnet.connect({ host: "example.org", port: 80, localAddress: "10.0.0.1" });\n',
        'import net from "node:net";\nnet.connect({ host: "::1", port: 80, localAddress: "10.0.0.1" });\n',
        'import http from "node:http";\nconst options = { localAddress: "10.0.0.1" };\nnew http.Agent(options);\n',
        'import { Agent } from "undici";\nnew Agent({ localAddress: "10.0.0.1" });\n',
      ];
      for (const code of silent) {
        const opened = open(code, { path: "a.mjs" });
        assert.equal(opened.diagnostics[0]?.code, "no-bind-before-connect");
        assert.equal(titled(opened.actions(), /IP_BIND_ADDRESS_NO_PORT/), undefined, code);
      }
      const agent = open('import http from "node:http";\nnew http.Agent({ localAddress: "10.0.0.1" });\n', {
        path: "a.mjs",
      });
      assert.equal(titled(agent.actions({ createFiles: false }), /IP_BIND/), undefined);
    });

    it("uses the helper that is there, and names that are free", () => {
      const { text, files, title } = applied(
        'import http from "node:http";\nconst createAgent = () => 1;\nexport default new http.Agent({ localAddress: from });\n',
        { path: "a.mjs" },
        () => true,
      );
      assert.match(text, /import \{ createAgent as createAgentWithoutPort \} from "\.\/connect-no-port\.mjs";/);
      assert.match(text, /export default createAgentWithoutPort\(from\);/);
      assert.deepEqual(files, {});
      assert.match(title, /^Connect through connect-no-port\.mjs/);
    });

    it("names the module as the TypeScript project names its own", () => {
      const code = (other: string) =>
        `import http from "node:http";\nimport { from } from "${other}";\nexport const agent = new http.Agent({ localAddress: from });\n`;
      for (const [other, wanted] of [
        ["./config.js", "./connect-no-port.js"],
        ["./config", "./connect-no-port"],
        ["./config.ts", "./connect-no-port.ts"],
      ] as const) {
        const { text, files } = applied(code(other), { path: "src/a.ts" });
        assert.ok(text.includes(`from "${wanted}"`), text);
        assert.deepEqual(Object.keys(files), ["file:///project/src/connect-no-port.ts"]);
      }
    });
  });
});
