import net from "node:net";

const bound = new net.BoundSocket({ host: "10.0.0.5", port: 20000 });
//                                                    ^^^^^^^^^^^ no-fixed-local-port fixedPort
const socket = new net.Socket({ handle: bound });
socket.connect({ host: "10.0.0.80", port: 5432 });
