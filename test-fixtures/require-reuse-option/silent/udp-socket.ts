import { createSocket } from "node:dgram";

const syslog = createSocket("udp4");
syslog.on("message", (line, from) => console.log(from.address, line.toString("utf8")));
syslog.bind(5514);
