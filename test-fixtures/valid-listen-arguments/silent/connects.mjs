import net from "node:net";

const socket = net.connect({ port: 83470, host: "localhost" });
socket.on("error", (error) => console.error(error.code));
