import net from "node:net";

net.createServer().listen(4003);
//                 ^^^^^^ require-reuse-option workerNoPolicy
