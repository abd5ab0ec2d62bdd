import net from "node:net";

net.createServer().listen(4000);
//                 ^^^^^^ require-reuse-option workerNoPolicy
