const dgram = require("node:dgram");
const os = require("node:os");

const options = { type: "udp4", reuseAddr: true };
//                              ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
if (os.platform() === "linux") options.reusePort = true;

const syslog = dgram.createSocket(options);
syslog.on("message", (line, { address }) => console.log(address, line.toString()));
syslog.bind(5514);
