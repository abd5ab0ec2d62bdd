import net from "node:net";

net.createServer().listen(4001);
//                 ^^^^^^ no-worker-port-conflict startedThreads
