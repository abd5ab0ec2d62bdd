import { Socket } from "node:net";

const socket = new Socket();
socket.setTimeout(10_000, () => socket.destroy());
socket.connect({ port: 21, host: "ftp.example.org", localPort: 2121 });
//                                                  ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
