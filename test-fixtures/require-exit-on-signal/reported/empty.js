import net from "node:net";

process.on("SIGINT", () => {});
//      ^^ require-exit-on-signal nothing
net.createServer().listen({ port: 7000, reusePort: false });
