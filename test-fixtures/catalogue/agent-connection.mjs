import dgram from "node:dgram";
import http from "node:http";

const agent = new http.Agent({ keepAlive: true });
agent.createConnection({ host: "192.0.2.7", port: 80, localAddress: "192.0.2.1" });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

const socket = new dgram.Socket({ type: "udp4", reuseAddr: true });
//                                              ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
socket.bind(5140);
