// node exercise.mjs HELPER SCENARIO: uses a connect helper in every way and prints what happened as JSON.
// Runs in a network namespace of its own with ten ephemeral ports and the addresses 127.0.0.0/8, ::1 and fd00::9.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [helper, scenario] = process.argv.slice(2);
const { connectFrom, createAgent, createSecureAgent } = await import(pathToFileURL(helper).href);
const from = "127.0.0.9";
const destinations = [5001, 5002, 5003];

const openDescriptors = () => readdirSync("/proc/self/fd").length;

/** "connected", or the error's syscall and code. */
function outcome(socket) {
  return new Promise((resolve) => {
    socket.once("connect", () => resolve("connected"));
    socket.once("error", ({ syscall, code }) => resolve(`${syscall} ${code}`));
  });
}

/** Twelve connections to each destination, two more than there are ports. */
async function exhaust(connect) {
  const servers = destinations.map((port) => net.createServer().listen(port, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const outcomes = {};
  for (const port of destinations) {
    for (let n = 0; n < 12; n++) {
      const key = await outcome(connect({ host: "127.0.0.1", port }));
      outcomes[key] = (outcomes[key] ?? 0) + 1;
    }
  }
  return outcomes;
}

async function peerSeen(localAddress, host) {
  const server = net.createServer((socket) => socket.end(socket.remoteAddress)).listen(5001, host);
  await once(server, "listening");
  let text = "";
  for await (const chunk of connectFrom(localAddress, { host, port: 5001 })) text += chunk;
  return text;
}

function get(module, options) {
  return new Promise((resolve, reject) => {
    const request = module.get(options, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ body, reused: request.reusedSocket }));
    });
    request.on("error", reject);
  });
}

/** Two requests one after the other. The server answers with the address it sees. */
async function twice(module, server, options) {
  server.on("request", (request, response) => response.end(request.socket.remoteAddress));
  await once(server.listen(5001, "127.0.0.1"), "listening");
  const first = await get(module, { port: 5001, ...options });
  await wait(50); // the agent takes the socket back after the response has ended
  return [first, await get(module, { port: 5001, ...options })];
}

/** A key and a certificate for 127.0.0.1, signed by itself, both as PEM in one text. */
function selfSigned() {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "-"];
  const certificate = ["-x509", "-subj", "/CN=lab", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  return execFileSync("openssl", ["req", ...key, ...certificate], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function secureTwice() {
  const pem = selfSigned();
  const agent = createSecureAgent(from, { keepAlive: true, ca: pem });
  return twice(https, https.createServer({ key: pem, cert: pem }), { host: "127.0.0.1", agent });
}

/** Runs `attempt` twenty times: what it ended in, and how many descriptors it left open. */
async function attempts(attempt) {
  await attempt(); // the first one loads the library and may open descriptors for good
  await wait(50);
  const before = openDescriptors();
  const ends = new Set();
  for (let n = 0; n < 20; n++) ends.add(await attempt());
  await wait(100);
  return { ends: [...ends], left: openDescriptors() - before };
}

const thrown = (act) => async () => {
  try {
    const result = await act();
    return typeof result === "string" ? result : "no error";
  } catch ({ name, syscall, code }) {
    return syscall ? `${syscall} ${code}` : (code ?? name);
  }
};

const refused = { host: "127.0.0.1", port: 5009 };

const scenarios = {
  localAddress: () => exhaust((options) => net.connect({ ...options, localAddress: from })),
  connectFrom: () => exhaust((options) => connectFrom(from, options)),
  addresses: async () => ({ v4: await peerSeen(from, "127.0.0.1"), v6: await peerSeen("fd00::9", "::1") }),
  agent: () => twice(http, http.createServer(), { host: "127.0.0.1", agent: createAgent(from, { keepAlive: true }) }),
  named: () => twice(http, http.createServer(), { host: "localhost", agent: createAgent(from, { keepAlive: true }) }),
  secureAgent: secureTwice,
  failures: async () => ({
    "host is a name": await attempts(thrown(() => connectFrom(from, { host: "localhost", port: 5009 }))),
    "host is of the other family": await attempts(thrown(() => connectFrom(from, { host: "::1", port: 5009 }))),
    "address of another machine": await attempts(thrown(() => connectFrom("203.0.113.7", refused))),
    "constructor throws": await attempts(thrown(() => connectFrom(from, { ...refused, highWaterMark: -1 }))),
    "port out of range": await attempts(thrown(() => connectFrom(from, { ...refused, port: 70_000 }))),
    "aborted before": await attempts(async () => {
      const [{ name }] = await once(connectFrom(from, { ...refused, signal: AbortSignal.abort() }), "error");
      return name;
    }),
    refused: await attempts(() => outcome(connectFrom(from, refused))),
    "agent, refused": await attempts(thrown(() => get(http, { ...refused, agent: createAgent(from) }))),
    "agent, address of another machine": await attempts(thrown(() => get(http, { ...refused, agent: createAgent("203.0.113.7") }))),
    "agent, unknown name": await attempts(
      thrown(() => get(http, { host: "x", port: 5009, agent: createAgent(from), lookup: (_, __, done) => done(Object.assign(new Error("no such name"), { code: "ENOTFOUND" })) })),
    ),
    "secure agent, refused": await attempts(thrown(() => get(https, { ...refused, agent: createSecureAgent(from) }))),
    "secure agent, tls.connect() throws": await attempts(thrown(() => get(https, { ...refused, agent: createSecureAgent(from), ciphers: "none" }))),
  }),
  children: async () => {
    const server = net.createServer().listen(5001, "127.0.0.1");
    await once(server, "listening");
    const sockets = Array.from({ length: 5 }, () => connectFrom(from, { host: "127.0.0.1", port: 5001 }));
    await Promise.all(sockets.map(outcome));
    const listed = execFileSync("ls", ["-l", "/proc/self/fd"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    // Descriptors 0 to 2 are the child's own; Node makes its pipes of sockets.
    return listed.split("\n").filter((line) => / ([3-9]|\d\d+) -> socket:/.test(line)).length;
  },
};

console.log(JSON.stringify(await scenarios[scenario]()));
process.exit();
