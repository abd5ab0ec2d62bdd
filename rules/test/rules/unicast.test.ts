import { table } from "./found.ts";

const BIND = `const s = dgram.createSocket({ type: "udp4", reuseAddr: true }); s.bind(5000);`;

table("a socket whose datagrams others may take", "no-unicast-reuse-addr", 'import dgram from "node:dgram";\n', [
  [BIND, "unicast@1"],
  [BIND.replace("true", "false"), ""],
  [BIND.replace("5000", "0"), ""],
  [BIND.replace("s.bind(5000)", "s.bind(5000); s.addMembership(group)"), ""],
  [BIND.replace("s.bind(5000)", "s.bind(5000); s.setBroadcast(true)"), ""],
  [BIND.replace("s.bind(5000)", "s.bind(5000); use(s)"), ""],
  [BIND.replace("s.bind(5000)", "s.bind(5000, () => s.close())"), ""],
  [BIND.replace("; s.bind(5000)", ""), ""],
  [`${BIND} dgram.createSocket("udp6").bind(5000);`, ""],
  [`${BIND} dgram.createSocket("udp6").bind(5001);`, "unicast@1"],
  [`${BIND} dgram.createSocket("udp4").bind(5000);`, "unicast@1"],
  [`// gets broadcasts\n${BIND}`, ""],
  [`/** gets Broadcasts */\n${BIND}`, ""],
  [`/*\n * gets broadcasts\n */\n${BIND}`, ""],
  [`${BIND}\n// gets broadcasts`, "unicast@1"],
  [`// gets answers\n${BIND}`, "unicast@2"],
  [`broadcast();\n${BIND}`, "unicast@2"],
  [`// gets broadcasts\n\n\n\n\n${BIND}`, "unicast@6"],
  [BIND.replace("const s", "const broadcasts").replace("s.bind", "broadcasts.bind"), ""],
  [`function broadcastsOf() { ${BIND} }`, ""],
  [`function answersOf() { ${BIND} }`, "unicast@1"],
  [`function f() { ${BIND} s.on("message", onBroadcast); }`, ""],
  [BIND.replace("reuseAddr: true", "reuseAddr: true, reusePort: true"), ""],
  [BIND.replace("reuseAddr: true", "reuseAddr: true, reusePort: false"), "unicast@1"],
]);
