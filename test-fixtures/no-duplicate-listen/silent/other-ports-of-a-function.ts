import http from "node:http";

const shifted = (port: string | number) => Number(port) + Number(process.env.SHIFT ?? 1);
const known = (port: string | number) => (Number(port) > 0 ? Number(port) : Number(process.env.OTHER_PORT));

http.createServer().listen({ port: shifted(process.env.PORT ?? 8080), reusePort: false });
http.createServer().listen({ port: process.env.PORT ?? 8080, reusePort: false });
http.createServer().listen({ port: known(process.env.API_PORT ?? 8090), reusePort: false });
http.createServer().listen({ port: process.env.API_PORT ?? 8090, reusePort: false });
http.createServer().listen({ port: process.env.PORT ?? "8081", reusePort: false });
