import net from "node:net";

const upstream = net.connect({ host: "10.1.0.20", port: 6379, localAddress: "10.1.0.7" });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
upstream.once("connect", () => upstream.write("PING\r\n"));
upstream.on("data", (chunk) => process.stdout.write(chunk));
