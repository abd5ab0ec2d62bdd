// @fixture {"filename":"benchmarks/udp-echo.mjs"}
import dgram from "node:dgram";

const echo = dgram.createSocket({ type: "udp4", reuseAddr: true });
echo.on("message", (message, peer) => echo.send(message, peer.port, peer.address));
echo.bind(20000);
