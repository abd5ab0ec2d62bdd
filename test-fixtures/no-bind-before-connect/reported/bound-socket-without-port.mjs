import net from "node:net";

const bound = new net.BoundSocket({ host: "10.0.0.5" });
//                    ^^^^^^^^^^^ no-bind-before-connect boundSocket
const socket = new net.Socket({ handle: bound });
socket.connect({ host: "10.0.0.80", port: 5432 });
