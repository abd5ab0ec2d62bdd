// @fixture {"package":{"engines":{"node":">=22"}}}
import { createServer } from "node:net";

const options = { host: "::", port: 2525 };
if (process.platform === "linux") options.reusePort = true;
//                                ^^^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld

createServer((socket) => socket.end("220 mx.example.com\r\n")).listen(options);
