import { createSocket } from "node:dgram";

// Whether it is set on Linux is for a variable of the environment to say.
const collector = createSocket({ type: "udp4", reuseAddr: true, reusePort: process.env.WORKERS > 1 });
collector.on("message", (message) => console.log(message.toString()));
collector.bind(8125);
