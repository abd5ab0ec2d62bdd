import { createSocket } from "node:dgram";
import { bindAll } from "./bind-all.js";

const responder = createSocket({ type: "udp4", reuseAddr: true });
responder.on("message", (message) => console.log(message.toString()));

await bindAll([responder]);
