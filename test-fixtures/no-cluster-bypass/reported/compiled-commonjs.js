"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
const node_cluster_1 = __importDefault(require("node:cluster"));
const node_http_1 = require("node:http");
if (node_cluster_1.default.isPrimary) {
    node_cluster_1.default.on("listening", (w) => console.log(w.id));
    node_cluster_1.default.fork();
    node_cluster_1.default.fork();
}
else {
    (0, node_http_1.createServer)((req, res) => res.end()).listen({ port: 8086, reusePort: process.platform === "linux" });
    //                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
