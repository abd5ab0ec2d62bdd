// @fixture {"settings":{"runtime":"deno"}}
import dgram from "node:dgram";
import http from "node:http";
import net from "node:net";

http.createServer((req, res) => res.end()).listen(6411);
//                                         ^^^^^^ require-reuse-option noPolicy
dgram.createSocket({ type: "udp4", reusePort: true }).bind(6412);
//                                 ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
net.connect({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.10" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
