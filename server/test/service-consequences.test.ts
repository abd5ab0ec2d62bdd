import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { PackageJson, UserSettings } from "../../rules/src/settings.ts";
import { consequencesOf, ofImplicitBind, textOf } from "../src/service/consequences/index.ts";
import { parseDocument, surroundings } from "../src/service/document.ts";
import { takenCallOf } from "../src/service/hover/syscalls.ts";
import { targetAt } from "../src/service/targets.ts";

interface Around {
  settings?: UserSettings;
  package?: PackageJson;
}
type Row = readonly [code: string, lead: string | null, lines: readonly string[], around?: Around];

/** What comes of the call at the `|`: the sentence, and all lines with their conditions, also those a hover has no room for. */
function consequences(marked: string, around: Around) {
  const offset = marked.indexOf("|");
  const document = TextDocument.create("file:///a.mts", "", 1, marked.replace("|", ""));
  const { file } = parseDocument(document, "a.mts");
  const settings = { host: around.settings ?? {}, hostName: "a test", package: around.package ?? null };
  const context = surroundings(file!, { path: "a.mts", settings, levels: {}, page: String });
  const target = targetAt(file!, context.sites, offset)!;
  const call = takenCallOf(target, context, "linux");
  if (target.kind === "use") return ofImplicitBind(call!, context);
  assert.equal(target.kind, "site", marked);
  const away = (["darwin", "win32"] as const)
    .filter((each) => context.environment.platforms.value.includes(each))
    .flatMap((each) => takenCallOf(target, context, each) ?? []);
  return target.kind === "site" ? consequencesOf(target.site, call, away, context) : null;
}

/** Rows of code with the sentence, and the conditions of the lines, some with what they say. */
function table(title: string, before: string, rows: readonly Row[], all: Around = {}): void {
  describe(title, () => {
    for (const [code, lead, lines, around = all] of rows)
      it(`${code} ${JSON.stringify(around)}`, () => {
        const found = consequences(before + code, around)!;
        assert.equal(found.lead, lead);
        const said = found.lines.map((line, i) =>
          lines[i]?.includes(": ") ? `${line.label}: ${textOf(line)}` : line.label,
        );
        assert.deepEqual(said, lines);
      });
  });
}

const NET = `import net from "node:net"; import http from "node:http"; import cluster from "node:cluster"; import { env } from "node:process";
const server = net.createServer();
`;
const LINUX: Around = { settings: { platforms: ["linux"] } };
const MAC: Around = { settings: { platforms: ["darwin"] } };
const BUN: Around = { settings: { runtime: "bun", platforms: ["linux"] } };
const DENO: Around = { settings: { runtime: "deno", platforms: ["linux"] } };
const BOTH = " for IPv4 and IPv6.";
const TAKEN = "A second process fails with EADDRINUSE.";
const LOW = (where: string) =>
  `Without the right: ${where} port below 1024 fails with EACCES, unless the process has CAP_NET_BIND_SERVICE.`;
const RESTART = "Restart: Works at once, over connections in TIME_WAIT too: `SO_REUSEADDR` is set.";
const BESIDE =
  "On macOS and Windows: Another process may listen on one address of the same port, and takes its connections.";
const REFUSED = "On macOS and Windows: `reusePort` fails with `ENOTSUP`.";

table("what comes of a listen", NET, [
  ["server.list|en(3000);", `Opens [::]:3000${BOTH} ${TAKEN}`, [RESTART.replace("Works", "On Linux it works"), BESIDE]],
  ["server.list|en(3000);", `Opens [::]:3000${BOTH} ${TAKEN}`, [RESTART], LINUX],
  ["server.list|en(3000);", `Opens [::]:3000${BOTH} ${TAKEN}`, [BESIDE.replace(" and Windows", "")], MAC],
  ["server.list|en(80);", `Opens [::]:80${BOTH} ${TAKEN}`, [LOW("On Linux a"), "Restart", BESIDE]],
  ["server.list|en(1023);", `Opens [::]:1023${BOTH} ${TAKEN}`, [LOW("A"), "Restart"], LINUX],
  ["server.list|en(1024);", `Opens [::]:1024${BOTH} ${TAKEN}`, ["Restart"], LINUX],
  ["server.list|en(1);", `Opens [::]:1${BOTH} ${TAKEN}`, [LOW("A"), "Restart"], LINUX],
  ["server.list|en(0);", `Opens a free port of [::]${BOTH} A second process gets another port.`, []],
  ["server.list|en();", `Opens a free port of [::]${BOTH} A second process gets another port.`, []],
  ["server.list|en(32767);", `Opens [::]:32767${BOTH} ${TAKEN}`, ["Restart"], LINUX],
  ["server.list|en(32768);", `Opens [::]:32768${BOTH} ${TAKEN}`, ["A start may fail", "Restart"], LINUX],
  ["server.list|en(60999);", `Opens [::]:60999${BOTH} ${TAKEN}`, ["A start may fail", "Restart"], LINUX],
  ["server.list|en(61000);", `Opens [::]:61000${BOTH} ${TAKEN}`, ["Restart"], LINUX],
  [
    "server.list|en(3000, '127.0.0.1');",
    `Opens 127.0.0.1:3000 for this machine alone. ${TAKEN}`,
    ["In a container", "Restart"],
  ],
  ["server.list|en(3000, '::1');", `Opens [::1]:3000 for this machine alone. ${TAKEN}`, ["In a container", "Restart"]],
  [
    "server.list|en(3000, 'localhost');",
    `Opens localhost:3000 for this machine alone. ${TAKEN}`,
    ["In a container", "Restart"],
  ],
  ["server.list|en(3000, '10.0.0.1');", `Opens 10.0.0.1:3000. ${TAKEN}`, ["Restart"]],
  ["server.list|en(3000, 'a.test');", `Opens a.test:3000. ${TAKEN}`, ["Restart"]],
  ["server.list|en(3000, host);", "Opens `host`:3000. " + TAKEN, ["Restart"]],
  ["server.list|en(3000, '0.0.0.0');", `Opens 0.0.0.0:3000 for IPv4. ${TAKEN}`, ["Restart", BESIDE]],
  ["server.list|en({ port: 3000, ipv6Only: true });", `Opens [::]:3000 for IPv6 alone. ${TAKEN}`, ["Restart", BESIDE]],
  [
    "server.list|en({ port: 3000, ipv6Only });",
    `Opens [::]:3000 for IPv6, and IPv4 unless \`ipv6Only\` is true. ${TAKEN}`,
    ["Restart", BESIDE],
  ],
  ["server.list|en({ port: 3000, ipv6Only: false });", `Opens [::]:3000${BOTH} ${TAKEN}`, ["Restart", BESIDE]],
  [
    "server.list|en({ fd: 3 });",
    "Listens on a descriptor that is bound already; port, host and `reusePort` play no part.",
    [
      "Restart: Without a gap while another process, such as systemd, holds the socket: connections wait in its backlog.",
      "Parent process",
    ],
  ],
  ["server.list|en('/run/a');", "Opens the Unix socket `/run/a`; there is no port.", []],
  ["server.list|en({ path });", "Opens the Unix socket that `path` names; there is no port.", []],
]);
table("what comes of a listen that shares", NET, [
  [
    "server.list|en({ port: 3000, reusePort: true });",
    `Opens [::]:3000${BOTH} A second copy shares it, without an error.`,
    ["Another user", RESTART],
    LINUX,
  ],
  [
    "server.list|en({ port: 3000, reusePort: true });",
    `Opens [::]:3000${BOTH} On Linux a second copy shares it, without an error.`,
    [REFUSED, "Another user", "Restart"],
  ],
  [
    "server.list|en({ port: 3000, reusePort: true });",
    `Opens [::]:3000${BOTH} It fails with ENOTSUP.`,
    [REFUSED.replace(" and Windows", "")],
    MAC,
  ],
  [
    "server.list|en({ port: 0, reusePort: true });",
    `Opens a free port of [::]${BOTH} A second process gets another port.`,
    [REFUSED],
  ],
  [
    "server.list|en({ port: 3000, reusePort });",
    `Opens [::]:3000${BOTH} A second process fails with EADDRINUSE, unless \`reusePort\` is true in both.`,
    [REFUSED, "Another user", "Restart"],
  ],
  [
    "server.list|en({ port: 3000, reusePort: process.platform === 'linux' });",
    `Opens [::]:3000${BOTH} On Linux a second copy shares it, without an error.`,
    ["Another user", "Restart", BESIDE],
  ],
  [
    "server.list|en({ port: 3000, reusePort: process.platform === 'linux' });",
    `Opens [::]:3000${BOTH} ${TAKEN}`,
    [BESIDE.replace(" and Windows", "")],
    MAC,
  ],
  ["server.list|en({ port: 3000, reusePort: false });", `Opens [::]:3000${BOTH} ${TAKEN}`, ["Restart", BESIDE]],
  [
    "server.list|en({ port: 3000, reusePort: true });",
    `Opens [::]:3000${BOTH} ${TAKEN}`,
    ["Restart"],
    { settings: { platforms: ["linux"] }, package: { engines: { node: "20.x" } } },
  ],
]);
table(
  "what comes of a port from outside",
  NET,
  [
    ["server.list|en(process.env.PORT || 3000);", `Opens [::]:3000 by default${BOTH} ${TAKEN}`, ["Restart"]],
    ["server.list|en(port);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Restart"]],
    [
      "server.list|en(process.env.PORT);",
      `Opens a configured port of [::]${BOTH} ${TAKEN}`,
      ["Without `PORT`: The kernel chooses a free port, and nothing reports it.", "Restart"],
    ],
    [
      "server.list|en(process.env['WEB_PORT']);",
      `Opens a configured port of [::]${BOTH} ${TAKEN}`,
      ["Without `WEB_PORT`", "Restart"],
    ],
    ["server.list|en(process.env['web-port']);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Restart"]],
    [
      "server.list|en(process.env!.PORT!);",
      `Opens a configured port of [::]${BOTH} ${TAKEN}`,
      ["Without `PORT`", "Restart"],
    ],
    ["server.list|en(env.PORT);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Without `PORT`", "Restart"]],
    [
      "const at = process.env.PORT;\nserver.list|en(at);",
      `Opens a configured port of [::]${BOTH} ${TAKEN}`,
      ["Without `PORT`", "Restart"],
    ],
    ["server.list|en(config.env.PORT);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Restart"]],
    ["server.list|en(process.argv.PORT);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Restart"]],
    ...[
      "Number(process.env.PORT)",
      "parseInt(process.env.PORT, 10)",
      "Number.parseInt(process.env.PORT)",
      "+process.env.PORT",
    ].map((port): Row => [
      `server.list|en(${port});`,
      `Opens a configured port of [::]${BOTH} ${TAKEN}`,
      ["Without `PORT`: NaN throws ERR_SOCKET_BAD_PORT.", "Restart"],
    ]),
    ...[
      "String(process.env.PORT)",
      "own.parseInt(process.env.PORT)",
      "Number.abs(process.env.PORT)",
      "Number(process.env.PORT || 80)",
    ].map((port): Row => [
      `server.list|en({ port: ${port}, host });`,
      port.includes("80") ? `Opens \`host\`:80 by default. ${TAKEN}` : `Opens a configured port of \`host\`. ${TAKEN}`,
      ["Restart"],
    ]),
    ["server.list|en(process.env.PORT);", `Opens a configured port of [::]${BOTH} ${TAKEN}`, ["Restart"], BUN],
  ],
  LINUX,
);
const workers = (listen: string) => `if (cluster.isPrimary) cluster.fork();\nelse ${listen}`;
table(
  "what comes of a listen in a cluster",
  NET,
  [
    [workers("server.list|en(3000);"), `The primary opens [::]:3000${BOTH} All workers serve it.`, ["Restart"]],
    [workers("server.list|en(0);"), `The primary opens a free port of [::]${BOTH} All workers serve it.`, []],
    [
      workers("server.list|en({ port: 3000, exclusive: true });"),
      `Opens [::]:3000${BOTH} Every other worker fails with EADDRINUSE.`,
      ["Restart"],
    ],
    [
      workers("server.list|en({ port: 0, exclusive: true });"),
      `Opens a free port of [::]${BOTH} A second process gets another port.`,
      [],
    ],
    [
      workers("server.list|en({ port: 3000, reusePort: true });"),
      `Opens [::]:3000${BOTH} Every worker binds it itself, past the primary.`,
      ["Another user", "Restart"],
    ],
    [workers("server.list|en(3000);"), `The primary opens [::]:3000${BOTH} All workers serve it.`, ["Restart"], BUN],
    [
      workers("http.createServer().list|en(3000);"),
      `Opens [::]:3000${BOTH} Every worker binds it with SO_REUSEPORT, and so does any other copy of this user, without an error.`,
      ["Restart"],
      BUN,
    ],
    [workers("server.list|en(3000);"), `The primary opens [::]:3000${BOTH} All workers serve it.`, ["Restart"], DENO],
  ],
  LINUX,
);
table(
  "what comes of a listen of Bun and Deno",
  "",
  [
    ["Bun.ser|ve({ port: 3000, fetch });", `Opens [::]:3000${BOTH} ${TAKEN}`, ["Restart"]],
    [
      "Bun.ser|ve({ port: 3000, hostname: 'localhost', fetch });",
      "Opens localhost:3000 for this machine alone. A second process takes the other address of localhost; the third fails with EADDRINUSE.",
      ["In a container", "Restart"],
    ],
    [
      "Bun.ser|ve({ port: 3000, reusePort: true, fetch });",
      `Opens [::]:3000${BOTH} A second copy shares it, without an error.`,
      ["Another user", "Restart"],
    ],
    [
      "Bun.ser|ve({ port: 3000, reusePort: true, fetch });",
      `Opens [::]:3000${BOTH} A second copy can bind it too, and one of them serves.`,
      ["On macOS: `reusePort` does not balance: another copy can bind the port too, and one of them serves."],
      MAC,
    ],
    ["Deno.ser|ve({ port: 3000 }, h);", `Opens 0.0.0.0:3000 for IPv4. ${TAKEN}`, ["Restart"]],
    [
      "Deno.ser|ve({ port: 3000, reusePort: true }, h);",
      "Opens 0.0.0.0:3000 for IPv4. A second copy shares it, without an error.",
      ["Another user", "Restart"],
    ],
    [
      "Deno.ser|ve({ port: 3000, reusePort: true }, h);",
      `Opens 0.0.0.0:3000 for IPv4. ${TAKEN}`,
      ["On macOS: `reusePort` is ignored."],
      MAC,
    ],
  ],
  LINUX,
);
table(
  "what comes of a bound socket, and of a port that is found",
  `import net from "node:net"; import getPort from "get-port";\n`,
  [
    [
      "new net.Bound|Socket({ port: 0 });",
      "Binds a free port of 0.0.0.0 for IPv4. It throws where that fails; there is no 'error' event.",
      ["When ports run out"],
    ],
    [
      "new net.Bound|Socket({ port: 3000 });",
      "Binds 0.0.0.0:3000 for IPv4. It throws where that fails; there is no 'error' event.",
      [],
    ],
    [
      "new net.Bound|Socket({ port: 3000, reusePort: true });",
      "Binds 0.0.0.0:3000 for IPv4. It throws where that fails; there is no 'error' event.",
      [REFUSED],
    ],
    [
      "net.createServer().list|en(await getPort());",
      `Opens a port of [::] that was found at run time${BOTH} A second process finds one of its own.`,
      ["Restart", BESIDE],
    ],
  ],
);
table(
  "what comes of a library's own socket",
  `import { App, LIBUS_LISTEN_EXCLUSIVE_PORT } from "uWebSockets.js"; import { WebSocketServer } from "ws";\n`,
  [
    [
      "App().list|en(9001, () => {});",
      "Opens port 9001 in native code of the library. A second copy shares it, without an error.",
      ["Why"],
    ],
    [
      "App().list|en(port, () => {});",
      "Opens its port in native code of the library. A second copy shares it, without an error.",
      ["Why"],
    ],
    ["App().list|en(0, () => {});", "Opens its port in native code of the library. The kernel chooses the port.", []],
    [
      "App().list|en(9001, LIBUS_LISTEN_EXCLUSIVE_PORT, () => {});",
      `Opens port 9001 in native code of the library. ${TAKEN}`,
      [],
    ],
    ["new Web|SocketServer({ server });", "Opens no port of its own: the server or handle that it is given does.", []],
    ["new Web|SocketServer({ noServer: true });", "Opens no port of its own, as `noServer: true` says.", []],
  ],
);

const DGRAM = `import dgram from "node:dgram"; import cluster from "node:cluster";\n`;
const udp = (options: string, bind: string, type = "udp4") =>
  `const s = dgram.createSocket({ type: "${type}"${options} });\n${bind}`;
const ALIKE = "On macOS: `reuseAddr` sets SO_REUSEPORT.";
table("what comes of a datagram socket", DGRAM, [
  [udp("", "s.bi|nd(5000);"), `Binds 0.0.0.0:5000 for datagrams. ${TAKEN}`, []],
  [udp("", "s.bi|nd(53);"), `Binds 0.0.0.0:53 for datagrams. ${TAKEN}`, [LOW("On Linux a")]],
  [udp("", "s.bi|nd(1023);"), `Binds 0.0.0.0:1023 for datagrams. ${TAKEN}`, [LOW("A")], LINUX],
  [udp("", "s.bi|nd(1024);"), `Binds 0.0.0.0:1024 for datagrams. ${TAKEN}`, [], LINUX],
  [udp("", "s.bi|nd(5000);", "udp6"), `Binds [::]:5000 for datagrams. ${TAKEN}`, []],
  [udp("", "s.bi|nd(port);"), `Binds a configured port of 0.0.0.0 for datagrams. ${TAKEN}`, []],
  [
    udp("", "s.bi|nd(0);"),
    "Binds a free port of 0.0.0.0 for datagrams. A second process gets another port.",
    ["When ports run out: A port serves one socket, whatever the destination (Linux)."],
  ],
  [
    udp("", "s.bi|nd(0);"),
    "Binds a free port of 0.0.0.0 for datagrams. A second process gets another port.",
    ["When ports run out: A port serves one socket, whatever the destination."],
    LINUX,
  ],
  [udp("", "s.bi|nd(0);"), "Binds a free port of 0.0.0.0 for datagrams. A second process gets another port.", [], MAC],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. The process that binds it last takes every datagram.",
    ["Another user: On Linux it may bind the port as well, and takes the datagrams.", ALIKE],
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. The process that binds it last takes every datagram.",
    ["Another user: It may bind the port as well, and takes the datagrams."],
    LINUX,
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. Another process may bind it as well.",
    [ALIKE],
    MAC,
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(0);"),
    "Binds a free port of 0.0.0.0 for datagrams. The port may be one that another socket has.",
    ["When ports run out"],
    LINUX,
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(0);"),
    "Binds a free port of 0.0.0.0 for datagrams. The system chooses the port.",
    [ALIKE],
    MAC,
  ],
  [
    udp(", reuseAddr", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. A second process fails with EADDRINUSE, unless both set a reuse option.",
    [],
  ],
  [
    udp(", reusePort: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. Processes of one user share it: a flow goes to one of them.",
    ["On macOS and Windows: `reusePort` fails with `ENOTSUP` when the socket is bound."],
  ],
  [
    udp(", reusePort: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. Processes of one user share it: a flow goes to one of them.",
    [],
    LINUX,
  ],
  [
    udp(", reusePort: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. It fails with ENOTSUP.",
    ["On macOS: `reusePort` fails with `ENOTSUP` when the socket is bound."],
    MAC,
  ],
  [
    udp(", reusePort: true, reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. The process that binds it last takes every datagram.",
    ["Another user"],
    LINUX,
  ],
  [
    udp(", reusePort", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. A second process fails with EADDRINUSE, unless both set a reuse option.",
    [],
    LINUX,
  ],
  [
    udp("", "s.bi|nd(5000, () => s.addMembership(g));"),
    "Binds 0.0.0.0:5000 for datagrams. A second receiver fails with EADDRINUSE.",
    ["Other groups"],
    LINUX,
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000, () => s.addMembership(g));"),
    "Binds 0.0.0.0:5000 for datagrams. A second receiver gets the group's datagrams too.",
    ["Other groups"],
    LINUX,
  ],
  [
    udp(", reusePort: true", "s.bi|nd(5000, () => s.addMembership(g));"),
    "Binds 0.0.0.0:5000 for datagrams. A second receiver gets the group's datagrams too.",
    ["Other groups"],
    LINUX,
  ],
  [udp("", "s.bi|nd({ fd: 3 });"), "Takes a descriptor as it is, bound or not; port and address play no part.", []],
  [
    udp("", "s.bi|nd(5000, '::1');"),
    "Fails with EINVAL before there is a socket: the address is not of the socket's family.",
    [],
  ],
  [
    udp("", "s.bi|nd(5000, '127.1');", "udp6"),
    "Fails before there is a socket: the address is not of the socket's family.",
    [],
  ],
  [
    udp("", "s.addMembership(g);\ns.bi|nd(5000);"),
    "`bind()` fails with EINVAL: `addMembership()` has bound the socket to another port before.",
    ["Order"],
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. The process that binds it last takes every datagram.",
    ["Another user", "In Deno"],
    DENO,
  ],
  [
    udp(", reuseAddr: true", "s.bi|nd(5000);"),
    "Binds 0.0.0.0:5000 for datagrams. The process that binds it last takes every datagram.",
    ["Another user", "In Bun"],
    BUN,
  ],
  [udp("", "s.bi|nd(5000);"), `Binds 0.0.0.0:5000 for datagrams. ${TAKEN}`, [], BUN],
  [udp("", "s.bi|nd(5000);"), `Binds 0.0.0.0:5000 for datagrams. ${TAKEN}`, [], DENO],
]);
const inWorkers = (code: string) => `if (cluster.isPrimary) cluster.fork();\nelse {\n${code}\n}`;
table(
  "what comes of a datagram socket in a cluster",
  DGRAM,
  [
    [
      inWorkers(udp("", "s.bi|nd(5000);")),
      "The primary binds 0.0.0.0:5000 for datagrams. All workers receive from this one socket.",
      [],
    ],
    [inWorkers(udp("", "s.bi|nd({ port: 5000, exclusive: true });")), `Binds 0.0.0.0:5000 for datagrams. ${TAKEN}`, []],
    [
      inWorkers(udp(", reusePort: true", "s.bi|nd(5000);")),
      "Binds 0.0.0.0:5000 for datagrams. Processes of one user share it: a flow goes to one of them.",
      [],
    ],
    [
      inWorkers(udp("", "s.bi|nd(5000, () => s.addMembership(g));")),
      "The primary binds 0.0.0.0:5000 for datagrams. All workers receive from this one socket.",
      ["The second worker", "Other groups"],
    ],
    [inWorkers(udp("", "s.bi|nd(5000);")), `Binds 0.0.0.0:5000 for datagrams. ${TAKEN}`, [], DENO],
  ],
  LINUX,
);
const FIRST = "the socket to a free port first, which belongs to it alone.";
table("what comes of a datagram socket that nobody binds", DGRAM, [
  [
    udp("", "s.se|nd('a', 1, '10.0.0.1');"),
    `Binds ${FIRST}`,
    ["When ports run out: It fails with EAGAIN on Linux: a port serves one socket, whatever the destination."],
  ],
  [
    udp("", "s.conn|ect(1);"),
    `Binds ${FIRST}`,
    ["When ports run out: It fails with EAGAIN: a port serves one socket, whatever the destination."],
    LINUX,
  ],
  [
    udp("", "s.addMember|ship(g);"),
    `Joining binds ${FIRST} A \`bind()\` afterwards fails with EINVAL.`,
    ["The group's port"],
  ],
]);

const ANY = "Connects to 10.0.0.2:80 from a local port that the kernel chooses.";
const TRIES = (order: string) =>
  `Connects to a.test:80: tries the addresses of the name ${order}, with a socket and a local port for every one.`;
const OUT = "When ports run out";
const FROM = "Binds 10.0.0.1 to a port that the kernel chooses, then connects. The port serves this one connection.";
table("what comes of a connection", NET, [
  [
    "net.conn|ect(80, '10.0.0.2');",
    ANY,
    [`${OUT}: EADDRNOTAVAIL: on Linux a port serves any number of destinations, one connection each.`],
  ],
  [
    "net.conn|ect(80, '10.0.0.2');",
    ANY,
    [`${OUT}: EADDRNOTAVAIL: a port serves any number of destinations, one connection each.`],
    LINUX,
  ],
  ["net.conn|ect(80, 'a.test');", TRIES("in turn"), [OUT]],
  ["net.conn|ect(80, 'a.test');", TRIES("in turn"), [OUT], { package: { engines: { node: ">=18" } } }],
  ["net.conn|ect(80, 'a.test');", TRIES("in turn"), [OUT], { package: { engines: { node: "20.x" } } }],
  [
    "net.conn|ect(80, 'a.test');",
    "Connects to a.test:80 from a local port that the kernel chooses.",
    [OUT],
    { package: { engines: { node: "18.x" } } },
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', family: 4 });",
    "Connects to a.test:80 from a local port that the kernel chooses.",
    [OUT],
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', autoSelectFamily: false });",
    "Connects to a.test:80 from a local port that the kernel chooses.",
    [OUT],
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', autoSelectFamily: true });",
    TRIES("in turn"),
    [OUT],
    { package: { engines: { node: "18.x" } } },
  ],
  ["net.conn|ect(80, 'a.test');", "Connects to a.test:80 from a local port that the kernel chooses.", [OUT], DENO],
  ["net.conn|ect(80, 'a.test');", TRIES("in turn"), [OUT], BUN],
  ["net.conn|ect(80, host);", "Connects to port 80 of the server from a local port that the kernel chooses.", [OUT]],
  ["net.conn|ect(port, host);", "Connects to the server from a local port that the kernel chooses.", [OUT]],
  ["net.conn|ect(port, '10.0.0.2');", "Connects to 10.0.0.2 from a local port that the kernel chooses.", [OUT]],
  ["net.conn|ect(80, '::1');", "Connects to [::1]:80 from a local port that the kernel chooses.", [OUT]],
  ["net.conn|ect('/run/a');", "Connects to the Unix socket `/run/a`; there is no port.", []],
  ["net.conn|ect({ path });", "Connects to the Unix socket that `path` names; there is no port.", []],
]);
const HERE = "Not an address of this machine: `bind()` fails with EADDRNOTAVAIL.";
table("what comes of a connection from an address", NET, [
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: '10.0.0.1' });",
    FROM,
    [`${OUT}: On Linux at most 28,232 connections by default, however many servers: then EADDRINUSE.`, HERE],
  ],
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: '10.0.0.1' });",
    FROM,
    ["On macOS, when ports run out: The connection fails with EADDRNOTAVAIL."],
    MAC,
  ],
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: '10.0.0.1' });",
    FROM,
    [],
    { settings: { platforms: ["win32"] } },
  ],
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: '127.0.0.1' });",
    FROM.replace("10.0.0.1", "127.0.0.1"),
    [OUT],
  ],
  ["net.conn|ect({ port: 80, host: '::2', localAddress: '::1' });", FROM.replace("10.0.0.1", "::1"), [OUT]],
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: '0.0.0.0' });",
    FROM.replace("10.0.0.1", "0.0.0.0"),
    [OUT, "The wildcard"],
  ],
  [
    "net.conn|ect({ port: 80, host: '10.0.0.2', localAddress: from });",
    FROM.replace("10.0.0.1", "`localAddress`"),
    [OUT, HERE],
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', localAddress: '10.0.0.1' });",
    FROM,
    [OUT, HERE, "A name of the other family first: `bind()` fails with EINVAL; `family: 4` avoids it."],
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', localAddress: '2001:db8::1' });",
    FROM.replace("10.0.0.1", "2001:db8::1"),
    [OUT, HERE, "A name of the other family first: `bind()` fails with EINVAL; `family: 6` avoids it."],
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', localAddress: from });",
    FROM.replace("10.0.0.1", "`localAddress`"),
    [OUT, HERE, "A name of the other family first: `bind()` fails with EINVAL; `family` avoids it."],
  ],
  ["net.conn|ect({ port: 80, host: 'a.test', localAddress: '10.0.0.1', family: 4 });", FROM, [OUT, HERE]],
  [
    "net.conn|ect({ port: 80, host: 'a.test', localAddress: '10.0.0.1' });",
    FROM,
    [OUT, HERE.replace(/\.$/, ", which Deno reports as EINVAL.")],
    DENO,
  ],
  [
    "net.conn|ect({ port: 80, host: 'a.test', localAddress: '10.0.0.1' });",
    FROM,
    [OUT, HERE, "A name of the other family first"],
    BUN,
  ],
  [
    "net.conn|ect({ port: 80, host: '127.0.0.1', localAddress: '::1' });",
    "Fails with EINVAL before there is a socket: ::1 is not of the family of 127.0.0.1.",
    ["Families"],
  ],
  [
    "net.conn|ect({ port: 80, host: '127.0.0.1', localAddress: '::1' });",
    "Fails with EINVAL: ::1 is not of the family of 127.0.0.1.",
    ["Families"],
    DENO,
  ],
]);
const AGAIN = "A second connection to the same server fails with EADDRNOTAVAIL.";
table("what comes of a connection from a port", NET, [
  [
    "net.conn|ect({ port: 80, localPort: 5000 });",
    `Connects from local port 5000. ${AGAIN}`,
    ["A server listens on the port", "Reconnect", "With an Agent"],
  ],
  [
    "net.conn|ect({ port: 80, localPort });",
    `Connects from local port \`localPort\`. ${AGAIN}`,
    ["A server listens on the port", "Reconnect", "With an Agent"],
  ],
  ["net.conn|ect({ port: 80, host: '10.0.0.2', localPort: 0 });", ANY, [OUT]],
  [
    "net.conn|ect({ port: 80, localPort: 5000 });",
    `Connects from local port 5000. ${AGAIN}`,
    ["A server listens on the port", "Reconnect"],
    BUN,
  ],
]);

const RAW = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const bind = libc.func("int bind(int, void *, int)");
const listen = libc.func("int listen(int, int)");
const connect = libc.func("int connect(int, void *, int)");
const any = Buffer.alloc(16); any.writeUInt16LE(2, 0);
const web = Buffer.alloc(16); web.writeUInt16LE(2, 0); web.writeUInt16BE(80, 2);
const fd = socket(2, 1, 0), udp = socket(2, 2, 0);
`;
const BINDS = "Binds the descriptor to an address and a port.";
const CONNECTS = "Connects the descriptor; one that is not bound gets a port for its destination.";
table("what comes of raw calls", RAW, [
  ["bi|nd(fd, web, 16);", BINDS, ["Besides", "Besides"]],
  ["bi|nd(fd, any, 16);", BINDS, [OUT, "Besides", "Besides"]],
  ["bi|nd(udp, web, 16);", BINDS, []],
  ["bi|nd(udp, any, 16);", BINDS, []],
  [
    "lis|ten(fd, 5);",
    "Makes the descriptor a listener: from here on others are kept out.",
    ["A second process", "Restart", "Besides"],
  ],
  ["conn|ect(fd, to, 16);", CONNECTS, [OUT, "Besides"]],
  ["conn|ect(udp, to, 16);", CONNECTS, [OUT]],
  ["setsock|opt(fd, 6, 1, one, 4);", "Sets an option of the socket.", []],
  ["setsock|opt(fd, a, b, one, 4);", "Sets an option of the socket.", []],
  [
    "setsock|opt(fd, 1, 2, one, 4);",
    "Lets `bind()` take a port over connections in TIME_WAIT that had it too.",
    ["A second process", "Restart", "Besides"],
  ],
  [
    "setsock|opt(udp, 1, 2, one, 4);",
    "Lets `bind()` take a port over connections in TIME_WAIT that had it too.",
    ["A second process", "Besides", "Besides"],
  ],
  [
    "setsock|opt(fd, 1, 15, one, 4);",
    "Lets sockets that all set it before `bind()` share one port.",
    ["A second process", "Restart", "Besides", "Besides", "Besides"],
  ],
  [
    "setsock|opt(udp, 1, 15, one, 4);",
    "Lets sockets that all set it before `bind()` share one port.",
    ["A second process", "Besides"],
  ],
  [
    "setsock|opt(fd, 0, 24, one, 4);",
    "Leaves the choice of the port to `connect()`.",
    [OUT, "Besides", "Besides", "Besides"],
  ],
  ["setsock|opt(udp, 0, 24, one, 4);", "Leaves the choice of the port to `connect()`.", [OUT]],
]);
table("what comes of a mistake in the call itself", NET, [
  ["server.list|en(99999);", "Throws ERR_SOCKET_BAD_PORT: 99999 is not a port.", []],
  [
    "server.listen(3000);\nserver.list|en(3000);",
    "Throws ERR_SERVER_ALREADY_LISTEN: this server listens in line 3 already.",
    [],
  ],
  [
    "server.listen(3000);\nnet.createServer().list|en(3000);",
    `Opens [::]:3000${BOTH} ${TAKEN}`,
    ["In this program", "Restart"],
    LINUX,
  ],
  ["server.list|en({ host: '::' });", "Throws ERR_INVALID_ARG_VALUE: the options have neither `port` nor `path`.", []],
]);

table("what comes of a bound socket in a cluster", NET, [
  [
    workers("new net.Bound|Socket({ port: 3000 });"),
    "Binds 0.0.0.0:3000 for IPv4. It throws where that fails; there is no 'error' event.",
    [],
  ],
]);

describe("the facts behind what comes of a call", () => {
  for (const [code, label, fact, around = LINUX] of [
    ["server.list|en(3000);", "Restart", "wildcard-restart-over-time-wait"],
    ["server.list|en(3000, '0.0.0.0');", "Restart", "wildcard-restart-over-time-wait"],
    ["server.list|en(3000, '10.0.0.1');", "Restart", "reuse-addr-works-across-processes"],
    ["server.list|en(3000, host);", "Restart", "reuse-addr-works-across-processes"],
    ["net.conn|ect({ port: 80, localAddress: '10.0.0.1' });", OUT, "node-local-address-exhaustion"],
    ["net.conn|ect({ port: 80, localAddress: '10.0.0.1' });", OUT, "bun-local-address-binds", BUN],
    ["net.conn|ect({ port: 80, localAddress: '10.0.0.1' });", OUT, "deno-local-address-binds", DENO],
  ] as const)
    it(`${code} ${label}: ${fact}`, () => {
      const line = consequences(NET + code, around)!.lines.find((each) => each.label === label);
      assert.equal(line?.fact, fact);
    });
  it("is the family of the two ends, as each runtime has it", () => {
    const code = "net.conn|ect({ port: 80, host: 'a.test', localAddress: '10.0.0.1' });";
    const last = (around: Around) => consequences(NET + code, around)!.lines.at(-1);
    assert.equal(last(LINUX)?.fact, "node-local-address-other-family");
    assert.equal(last(BUN)?.fact, "bun-local-address-other-family");
  });
});
