import net from "node:net";

const plc = net.connect({ host: "192.168.0.10", port: 102, localPort: 10200 });
//                                                         ^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
plc.setKeepAlive(true, 5_000);
plc.on("data", (frame) => console.log(frame.toString("hex")));
