// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { createServer } from "node:http";
import * as engine from "engine.io";
import { Server } from "socket.io";

new Server(5601);
//  ^^^^^^ require-reuse-option droppedOption
new Server(5602, { cors: { origin: "*" } }).on("connection", (socket) => socket.join("all"));
//  ^^^^^^ require-reuse-option droppedOption

const listening = new Server({ serveClient: false });
listening.listen(5603);
//        ^^^^^^ require-reuse-option droppedOption

const attached = new Server();
attached.attach(5604, { path: "/live" });
//       ^^^^^^ require-reuse-option droppedOption

const httpServer = createServer();
const onServer = new Server(httpServer);
onServer.on("connection", (socket) => socket.disconnect());
httpServer.listen(5605);
//         ^^^^^^ require-reuse-option noPolicy

engine.listen(5607, () => console.log("up"));
//     ^^^^^^ require-reuse-option droppedOption

new Server().listen(5606, { reusePort: true } as never);
//                          ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
