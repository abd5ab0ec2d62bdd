import net from "node:net";

net.createServer().listen({ port: 8001, host: "127.1", exclusive: true });
net.createServer().listen({ port: 8002, host: "0", exclusive: true });
net.createServer().listen({ port: 8003, host: "::ffff:0.0.0.0", exclusive: true });
net.createServer().listen({ port: 8004, host: "my_host", exclusive: true });
