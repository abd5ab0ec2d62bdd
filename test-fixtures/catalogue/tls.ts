import tls, { Server, createServer } from "node:tls";
import { readFileSync } from "node:fs";

const identity = { key: readFileSync("site.key"), cert: readFileSync("site.pem") };

tls.createServer(identity, (socket) => socket.end("bye\n")).listen(4101);
//                                                          ^^^^^^ require-reuse-option noPolicy
createServer(identity).on("secureConnection", (socket) => socket.end()).listen({ port: 4102 });
//                                                                      ^^^^^^ require-reuse-option noPolicy
new tls.Server(identity).listen(4103, "0.0.0.0");
//                       ^^^^^^ require-reuse-option noPolicy
new Server(identity).listen(4104, () => console.log("up"));
//                   ^^^^^^ require-reuse-option noPolicy

tls.connect({ host: "mx.example.com", port: 465, localAddress: "192.0.2.10" });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
tls.connect(465, { host: "mx.example.com", localAddress: "192.0.2.11" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
tls.connect(465, "mx.example.com", { localAddress: "192.0.2.12" }, () => undefined);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
