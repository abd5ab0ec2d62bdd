import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { runs, sessionIn } from "./editors.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const EDITORS = [
  {
    name: "Neovim",
    present: () => runs("nvim", "--version"),
    install: "apt-get install neovim",
    command: "nvim",
    args: ["--headless", "--clean", "-n", "-c", `luafile ${path("./nvim-session.lua")}`],
  },
  {
    name: "Emacs with Eglot",
    present: () => runs("emacs", "--batch", "--eval", "(require 'eglot)"),
    install: "apt-get install emacs-nox elpa-eglot",
    command: "emacs",
    args: ["--batch", "-l", path("./emacs-session.el")],
  },
  {
    name: "Vim with ALE",
    present: () => runs("vim", "-Nes", "--not-a-term", "-u", "NONE", "-c", "packadd ale", "-c", "qall!"),
    install: "apt-get install vim vim-ale",
    command: "vim",
    args: ["-Nes", "--not-a-term", "-u", "NONE", "-i", "NONE", "-S", path("./vim-session.vim")],
  },
];

for (const { name, present, install, command, args } of EDITORS)
  describe(`server in ${name}`, function () {
    this.timeout(60_000);

    it("shows diagnostics, hovers, and applies a code action", async function () {
      if (!present()) {
        console.warn(`      ${name} is not installed (${install}): nothing was tried in it.`);
        this.skip();
      }
      const seen = await sessionIn(
        command,
        args,
        'const http = require("node:http");\nhttp.createServer().listen(3000);\n',
      );
      assert.equal(seen.problem, undefined);
      assert.deepEqual([seen.diagnostic.lnum, seen.diagnostic.col], [1, 20]);
      assert.match(seen.diagnostic.message, /port 3000/);
      assert.match(seen.hover, /bind\(\[::\]:3000\)/);
      assert.match(seen.action, /reusePort: false/);
      assert.equal(
        seen.text.trimEnd(),
        'const http = require("node:http");\nhttp.createServer().listen({ port: 3000, reusePort: false });',
      );
    });
  });
