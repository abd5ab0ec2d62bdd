import net from "node:net";

net.createServer().listen(4002);
//                 ^^^^^^ no-worker-port-conflict startedThreads
