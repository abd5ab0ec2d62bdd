import dgram from "node:dgram";

export function lookup(name, server, source) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                  ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  socket.bind({ address: source });
  socket.send(question(name), 53, server);
  return new Promise((resolve) => socket.once("message", resolve)).finally(() => socket.close());
}

function question(name) {
  const labels = name.split(".").map((label) => String.fromCharCode(label.length) + label);
  return Buffer.concat([Buffer.alloc(12), Buffer.from(`${labels.join("")}\0`, "latin1")]);
}
