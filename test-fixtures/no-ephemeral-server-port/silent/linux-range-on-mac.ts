// @fixture {"package":{"os":["darwin"]}}
import net from "node:net";

net.createServer().listen({ port: 33000 + Math.floor(Math.random() * 1000), reusePort: false });
