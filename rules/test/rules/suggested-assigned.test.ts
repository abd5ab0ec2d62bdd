import { suggestions } from "./found.ts";

const NET = `import net from "node:net";\nconst server = net.createServer();\n`;
const LINUX = { settings: { platforms: ["linux"] } } as const;
const inField = (start: string) => `class A {\n  options = { port: 80 };\n  start() {\n    ${start}\n  }\n}\n`;

suggestions(
  "an option that is assigned",
  "no-silent-port-sharing",
  NET,
  [
    [
      "const o = { port: 80 };\no.reusePort = true;\nserver.listen(o);\n",
      ["const o = { port: 80 };\no.reusePort = false;\nserver.listen(o);\n"],
    ],
    [
      "const o = { port: 80 };\nother.reusePort = true;\no.reusePort = true;\nserver.listen(o);\n",
      ["const o = { port: 80 };\nother.reusePort = true;\no.reusePort = false;\nserver.listen(o);\n"],
    ],
    [
      "const o = { port: 80 };\no.backlog = 5;\no.reusePort = true;\nserver.listen(o);\n",
      ["const o = { port: 80 };\no.backlog = 5;\no.reusePort = false;\nserver.listen(o);\n"],
    ],
    [
      "const all = { options: { port: 80 } };\nall.options.reusePort = true;\nserver.listen(all.options);\n",
      ["const all = { options: { port: 80 } };\nall.options.reusePort = false;\nserver.listen(all.options);\n"],
    ],
    [
      "const all = { options: { port: 80 }, more: {} };\nall.more.reusePort = true;\nall.options.reusePort = true;\nserver.listen(all.options);\n",
      [
        "const all = { options: { port: 80 }, more: {} };\nall.more.reusePort = true;\nall.options.reusePort = false;\nserver.listen(all.options);\n",
      ],
    ],
    [
      inField("this.options.reusePort = true;\n    server.listen(this.options);"),
      [inField("this.options.reusePort = false;\n    server.listen(this.options);")],
    ],
  ],
  LINUX,
);
suggestions(
  "an option that is assigned and has no meaning",
  "no-ignored-socket-option",
  NET,
  [
    [
      "const o = { port: 0 };\no.reusePort = true;\nserver.listen(o);\n",
      ["const o = { port: 0 };\nserver.listen(o);\n"],
    ],
    [
      "const o = { port: 0 };\nif (x) o.reusePort = true;\nserver.listen(o);\n",
      ["const o = { port: 0 };\nif (x) {}\nserver.listen(o);\n"],
    ],
    ["const o = { port: 0, reusePort: true };\no.reusePort = true;\nserver.listen(o);\n", []],
  ],
  LINUX,
);
