import { table } from "./found.ts";

const DGRAM = `import dgram from "node:dgram";
const made = (options) => dgram.createSocket(options);
`;
const udp = (options: string, then: string) => `const s = dgram.createSocket({ type: "udp4"${options} });\n${then}`;

table("`reuseAddr` of a socket for one receiver", "no-unicast-reuse-addr", DGRAM, [
  [udp(", reuseAddr: true", "s.bind(5000);"), "unicast@1"],
  [udp(", reuseAddr: false", "s.bind(5000);"), ""],
  [udp(", reuseAddr: x", "s.bind(5000);"), ""],
  [udp("", "s.bind(5000);"), ""],
  [udp(", reuseAddr: true", "s.bind(0);"), ""],
  [udp(", reuseAddr: true", "s.bind();"), ""],
  [udp(", reuseAddr: true", "s.send('a', 1);"), ""],
  [udp(", reuseAddr: true", "s.bind(5000, () => s.addMembership(group));"), ""],
  [udp(", reuseAddr: true", "s.bind(5000, () => s.addSourceSpecificMembership(from, group));"), ""],
  [udp(", reuseAddr: true", "s.bind(5000, () => s.setBroadcast(true));"), ""],
  [udp(", reuseAddr: true", "s.bind(5000); keep(s);"), ""],
  [udp(", reuseAddr: true, reusePort: true", "s.bind(5000);"), "unicast@1", { settings: { platforms: ["linux"] } }],
]);
table("one port chosen for two sockets", "no-shared-ephemeral-udp-port", DGRAM, [
  [udp(", reuseAddr: true", "s.bind(0);"), "shared@1"],
  [udp(", reuseAddr: true", "s.bind();"), "shared@1"],
  [udp(", reuseAddr: 1", "s.bind(0);"), "shared@1"],
  [udp(", reusePort: true", "s.bind(0);"), "shared@1"],
  [udp(", reusePort: true, reuseAddr: true", "s.bind(0);"), "shared@1"],
  [udp(", reuseAddr: false", "s.bind(0);"), ""],
  [udp(", reuseAddr: x", "s.bind(0);"), ""],
  [udp(", ...(x && { reuseAddr: true })", "s.bind(0);"), ""],
  [udp("", "s.bind(0);"), ""],
  [udp(", reuseAddr: true", "s.bind(5000);"), ""],
  [udp(", reuseAddr: true", "s.send('a', 1);"), ""],
]);
table(
  "one port chosen for two sockets, on an old Node.js",
  "no-shared-ephemeral-udp-port",
  DGRAM,
  [
    [udp(", reusePort: true", "s.bind(0);"), ""],
    [udp(", reuseAddr: true", "s.bind(0);"), "shared@1"],
  ],
  { package: { engines: { node: "20.x" } } },
);
table("a receiver of multicast", "require-multicast-reuse-addr", DGRAM, [
  [udp("", "s.bind(5000, () => s.addMembership(group));"), "missing@1"],
  [udp("", "s.bind(5000, () => s.addSourceSpecificMembership(from, group));"), "missing@1"],
  [udp("", "s.bind(PORT, () => s.addMembership(group));"), "missing@1"],
  [udp("", "s.bind(5000, () => s.dropMembership(group));"), ""],
  [udp("", "s.bind(0, () => s.addMembership(group));"), ""],
  [udp("", "s.addMembership(group);"), ""],
  [udp("", "s.bind(5000);"), ""],
  [udp(", reuseAddr: true", "s.bind(5000, () => s.addMembership(group));"), ""],
  [udp(", reuseAddr: false", "s.bind(5000, () => s.addMembership(group));"), ""],
  [udp(", reuseAddr: x", "s.bind(5000, () => s.addMembership(group));"), ""],
  [udp(", reusePort: true", "s.bind(5000, () => s.addMembership(group));"), ""],
  ["const s = dgram.createSocket('udp4');\ns.bind(5000, () => s.addMembership(group));", "missing@1"],
  [
    "const s = dgram.createSocket(old ? 'udp4' : { type: 'udp4', reuseAddr: true });\ns.bind(5000, () => s.addMembership(group));",
    "",
  ],
  [
    "let s;\ntry { s = dgram.createSocket({ type: 'udp4', reuseAddr: true }); } catch { s = dgram.createSocket('udp4'); }\ns.bind(5000, () => s.addMembership(group));",
    "",
  ],
  [
    "let s;\nif (six) s = dgram.createSocket({ type: 'udp6', reuseAddr: true });\nelse s = dgram.createSocket('udp4');\ns.bind(5000, () => s.addMembership(group));",
    "missing@3",
  ],
  [
    "let s;\nif (x) s = dgram.createSocket({ type: 'udp4', reusePort: true });\nelse s = dgram.createSocket('udp4');\ns.bind(5000, () => s.addMembership(group));",
    "missing@3",
  ],
]);
table("a join that cannot work", "valid-multicast-membership", DGRAM, [
  [udp("", "s.bind(5000);\ns.addMembership(group);"), "early@3"],
  [udp("", "s.bind(5000);\ns.addSourceSpecificMembership(from, group);"), "early@3"],
  [udp("", "s.addMembership(group);\ns.bind(5000);"), "early@2"],
  [udp("", "s.bind(0);\ns.addMembership(group);"), ""],
  [udp("", "s.bind(5000, () => s.addMembership(group));"), ""],
  [udp("", "s.bind(5000);\ns.on('listening', () => s.addMembership(group));"), ""],
  [udp("", "s.bind(5000);\nsetTimeout(() => s.addMembership(group), 10);"), ""],
  [udp("", "s.bind(5000);\nawait ready;\ns.addMembership(group);"), ""],
  [udp("", "s.bindSync({ port: 5000 });\ns.addMembership(group);"), ""],
  [udp("", "s.addMembership(group);\ns.bindSync({ port: 5000 });"), "early@2"],
  [udp("", "s.bind(5000, '10.0.0.1', () => s.addMembership(group));"), "unicast@2"],
  [udp("", "s.bind(5000, '127.0.0.1', () => s.addMembership(group));"), "unicast@2"],
  [udp("", "s.bind(5000, '0.0.0.0', () => s.addMembership(group));"), ""],
  [udp("", "s.bind(5000, '239.1.1.1', () => s.addMembership(group));"), ""],
  [udp("", "s.bind(5000, address, () => s.addMembership(group));"), ""],
  [
    udp("", "s.bind({ port: 5000, address: '10.0.0.1' }, () => { s.addMembership(a);\ns.addMembership(b); });"),
    "unicast@2,unicast@3",
  ],
]);
table(
  "a join on one address, on Windows",
  "valid-multicast-membership",
  DGRAM,
  [
    [udp("", "s.bind(5000, '10.0.0.1', () => s.addMembership(group));"), ""],
    [udp("", "s.bind(5000);\ns.addMembership(group);"), "early@3"],
  ],
  { settings: { platforms: ["win32"] } },
);
table(
  "a join on Deno",
  "valid-multicast-membership",
  DGRAM,
  [[udp("", "s.bind(5000);\ns.addMembership(group);"), ""]],
  { settings: { runtime: "deno" } },
);

const workers = (options: string, then: string, fork = "for (let i = 0; i < 4; i++) cluster.fork();") =>
  `if (cluster.isPrimary) { ${fork} }\nelse {\nconst s = dgram.createSocket({ type: "udp4"${options} });\n${then}\n}`;
table(
  "a join in the workers of a cluster",
  "valid-multicast-membership",
  `import cluster from "node:cluster";\n${DGRAM}`,
  [
    [workers("", "s.bind(5000, () => s.addMembership(group));"), "cluster@4"],
    [workers("", "s.bind(5000, () => s.addMembership(group));", "cluster.fork();"), ""],
    [workers("", "s.bind({ port: 5000, exclusive: true }, () => s.addMembership(group));"), ""],
    [workers("", "s.bind({ port: 5000, exclusive: false }, () => s.addMembership(group));"), "cluster@4"],
    [workers("", "s.bind({ port: 5000, exclusive: x }, () => s.addMembership(group));"), ""],
    [workers(", reusePort: true", "s.bind(5000, () => s.addMembership(group));"), ""],
    [workers(", reusePort: false", "s.bind(5000, () => s.addMembership(group));"), "cluster@4"],
    [workers("", "s.bind(5000, () => { if (x) s.addMembership(group); });"), ""],
    [workers("", "s.bind(5000 + cluster.worker.id, () => s.addMembership(group));"), ""],
    [workers("", "s.bind(5000, () => s.addMembership(groups[cluster.worker.id]));"), ""],
  ],
);
