import net from "node:net";

// systemd hands the listening socket over as descriptor 3.
const SD_LISTEN_FDS_START = 3;

const server = net.createServer((connection) => connection.end("220 ready\r\n"));
server.listen({ fd: SD_LISTEN_FDS_START, reusePort: true });
//                                       ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
