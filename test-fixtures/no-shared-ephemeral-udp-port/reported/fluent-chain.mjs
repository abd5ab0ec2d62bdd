import dgram from "node:dgram";

const socket = dgram
  .createSocket({ type: "udp4", reuseAddr: true })
//                              ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  .on("message", (message) => console.log(message))
  .bind(0);

setInterval(() => socket.send("keepalive", 4500, "203.0.113.9"), 20_000);
