import dgram from "node:dgram";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type NetConnectOpts, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { errorName, listen, run, thrown } from "../node.ts";

const host = "127.0.0.1";

function folder(lab: Lab): string {
  const made = mkdtempSync(join(tmpdir(), "lab-"));
  lab.onEnd(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The port that a listen with such a port ends up on, or what it fails with. */
async function portOf(lab: Lab, port: unknown, positional = false): Promise<number | string> {
  const server = createServer();
  const outcome = await listen(lab, server, ...(positional ? ([port] as [number]) : ([{ host, port }] as [object])));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  return outcome !== "OK" ? outcome : at !== null && typeof at === "object" ? at.port : String(at);
}

function socket(lab: Lab, type: dgram.SocketType = "udp4"): dgram.Socket {
  const made = dgram.createSocket(type).on("error", () => {});
  lab.onEnd(() => thrown(() => made.close()));
  return made;
}

function bound(made: dgram.Socket, port: unknown, address?: string): Promise<string> {
  return new Promise((resolve) => {
    made.once("error", (error) => resolve(errorName(error)));
    made.once("listening", () => resolve("OK"));
    made.bind(port as number, address);
  });
}

/** Why a connection fails, or OK; with the codes of the addresses where it is made of several errors. */
function refused(lab: Lab, options: NetConnectOpts): Promise<(string | number)[]> {
  return new Promise((resolve) => {
    const client = connect(options);
    lab.onEnd(() => client.destroy());
    client.once("connect", () => resolve(["OK"]));
    client.once("error", (error: NodeJS.ErrnoException & { errors?: Error[]; port?: number }) =>
      resolve([error.name, String(error.code), error.errors?.length ?? 0, error.port ?? "no port"]),
    );
  });
}

/** A file of a Unix socket whose process was killed. */
async function leaveSocketFile(lab: Lab, path: string): Promise<void> {
  const source = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
  await run(lab, process.execPath, ["-e", source, path]);
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-port-text",
    about: "node",
    expect: {
      'port: "0x1F90"': 8080,
      'listen(" 8080 ")': 8080,
      'port: "1e3"': 1000,
      'port: "8080.5"': "ERR_SOCKET_BAD_PORT",
      'port: "", " "': ["ERR_SOCKET_BAD_PORT", "ERR_SOCKET_BAD_PORT"],
      'listen(""), listen(" ")': ["ERR_SOCKET_BAD_PORT", "ERR_SOCKET_BAD_PORT"],
      'port: "" || 9000, "" ?? 9000': [9000, "ERR_SOCKET_BAD_PORT"],
      "a bigint, a boolean": ["ERR_INVALID_ARG_VALUE", "ERR_INVALID_ARG_VALUE"],
      'dgram: bind("") takes a port of the range': true,
    },
    control: { changes: "another number in the text, or one in its place" },
    async run(lab) {
      lab.range(40000, 40009);
      const { either } = lab;
      const blank = [either("", "8001"), either(" ", " 8002 ")] as const;
      const empty = (): string => either("", "8001");
      const udp = socket(lab);
      await bound(udp, either("", "8003"));
      const { port } = udp.address();
      return {
        'port: "0x1F90"': await portOf(lab, either("0x1F90", "0x1F91")),
        'listen(" 8080 ")': await portOf(lab, either(" 8080 ", " 8081 "), true),
        'port: "1e3"': await portOf(lab, either("1e3", "2e3")),
        'port: "8080.5"': await portOf(lab, either("8080.5", "8080.0")),
        'port: "", " "': [await portOf(lab, blank[0]), await portOf(lab, blank[1])],
        'listen(""), listen(" ")': [await portOf(lab, blank[0], true), await portOf(lab, blank[1], true)],
        'port: "" || 9000, "" ?? 9000': [await portOf(lab, empty() || 9000), await portOf(lab, empty() ?? 9000)],
        "a bigint, a boolean": [await portOf(lab, either(8080n, 8080)), await portOf(lab, either(true, 8080))],
        'dgram: bind("") takes a port of the range': port >= 40000 && port <= 40009,
      };
    },
  },
  {
    fact: "node-socket-path-errors",
    about: "node",
    expect: ({ node }) => ({
      "in a folder that does not exist": "listen EACCES",
      "108 bytes: listen, the file's name": ["OK", 108],
      "109 bytes: listen, the file's name": node[0] < 24 ? ["OK", 108] : ["listen EINVAL", 0],
      "a file is there": "listen EADDRINUSE",
      "the socket file of a killed process is there": "listen EADDRINUSE",
      "connect() to that file": "ECONNREFUSED",
      "connect() without a file": "ENOENT",
    }),
    control: { changes: "the folder exists, the names are shorter, and nothing is in the way" },
    async run(lab) {
      const { either } = lab;
      process.chdir(folder(lab));
      const on = (path: string, server: Server = createServer()) => listen(lab, server, { path });
      closeSync(openSync(either("plain", "other"), "w"));
      await leaveSocketFile(lab, either("left", "other-left"));
      const dial = async (path: string) => (await refused(lab, { path })).at(1) ?? "OK";
      const gone = await on(join(either("missing", "."), "a"));
      const named = async (name: string) => {
        const outcome = await on(name);
        return [outcome, readdirSync(".").find((file) => file[0] === name[0])?.length ?? 0];
      };
      const exact = await named("x".repeat(108));
      const long = await named("y".repeat(either(109, 100)));
      const plain = await on("plain");
      const left = await on("left");
      const dead = await dial("left");
      const none = await dial(either("nothing", "plain"));
      return {
        "in a folder that does not exist": gone,
        "108 bytes: listen, the file's name": exact,
        "109 bytes: listen, the file's name": long,
        "a file is there": plain,
        "the socket file of a killed process is there": left,
        "connect() to that file": dead,
        "connect() without a file": none,
      };
    },
  },
  {
    fact: "node-refused-name",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "nobody listens": ["AggregateError", "ECONNREFUSED", 2, "no port"],
      "one address has a listener": ["OK"],
    },
    control: { changes: "one address, and another port than the listener's" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const answers = [
        { address: "::1", family: 6 },
        { address: host, family: 4 },
      ];
      const found = lab.either(answers, answers.slice(0, 1));
      const to = (port: number) =>
        refused(lab, {
          host: "both.test",
          port,
          autoSelectFamily: true,
          lookup: (_name, _options, callback) => callback(null, found),
        });
      return { "nobody listens": await to(4001), "one address has a listener": await to(4000) };
    },
  },
  {
    fact: "dgram-bind-once",
    about: "node",
    expect: {
      "after bind()": "ERR_SOCKET_ALREADY_BOUND",
      "after send()": "ERR_SOCKET_ALREADY_BOUND",
      "after connect()": "ERR_SOCKET_ALREADY_BOUND",
      "'error' events of bind": 0,
      "a second connect()": "ERR_SOCKET_DGRAM_IS_CONNECTED",
      "send() to an address when connected": "ERR_SOCKET_DGRAM_IS_CONNECTED",
      "after close()": "ERR_SOCKET_DGRAM_NOT_RUNNING",
    },
    control: { changes: "every call gets a socket of its own" },
    async run(lab) {
      let events = 0;
      const on = (made: dgram.Socket) =>
        lab.either(made, socket(lab)).on("error", ({ syscall }: NodeJS.ErrnoException) => {
          if (syscall === "bind") events++;
        });
      const twice = (made: dgram.Socket) => thrown(() => on(made).bind(0, host));
      const once = socket(lab);
      await bound(once, 0, host);
      const sent = socket(lab);
      await new Promise((resolve) => sent.send("x", 6000, host, resolve));
      const connected = socket(lab);
      await new Promise<void>((resolve) => connected.connect(6000, host, resolve));
      const closed = dgram.createSocket("udp4");
      closed.close();
      const seen = {
        "after bind()": twice(once),
        "after send()": twice(sent),
        "after connect()": twice(connected),
        "a second connect()": thrown(() => on(connected).connect(6001, host)),
        "send() to an address when connected": thrown(() => on(connected).send("x", 0, 1, 6001, host)),
        "after close()": twice(closed),
      };
      await lab.sleep(20);
      return { ...seen, "'error' events of bind": events };
    },
  },
  {
    fact: "dgram-address-family",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "udp4, ::1": "bind EINVAL",
      "udp6, 127.0.0.1": "bind EINVAL",
      "udp6, ::ffff:127.0.0.1": "OK",
    },
    control: { changes: "the families are exchanged" },
    async run(lab) {
      const [four, six] = lab.either(["udp4", "udp6"], ["udp6", "udp4"]) as [dgram.SocketType, dgram.SocketType];
      return {
        "udp4, ::1": await bound(socket(lab, four), 5000, "::1"),
        "udp6, 127.0.0.1": await bound(socket(lab, six), 5001, host),
        "udp6, ::ffff:127.0.0.1": await bound(socket(lab, "udp6"), 5002, "::ffff:127.0.0.1"),
      };
    },
  },
];
