import http from "node:http";

http.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
