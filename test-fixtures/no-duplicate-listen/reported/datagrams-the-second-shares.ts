import { createSocket } from "node:dgram";

const PORT = Number(process.env.SYSLOG_PORT ?? 5514);

const syslog = createSocket({ type: "udp4" });
syslog.on("message", (line) => process.stdout.write(line));
syslog.bind(PORT, "127.0.0.1");

const relay = createSocket({ type: "udp4", reuseAddr: true });
relay.on("message", (line) => process.stderr.write(line));
relay.bind({ port: PORT }, () => relay.setBroadcast(true));
//    ^^^^ no-duplicate-listen half
