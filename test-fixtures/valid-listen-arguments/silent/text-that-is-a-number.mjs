import http from "node:http";

http.createServer().listen({ port: "0x1F90", reusePort: false });
http.createServer().listen({ port: " 8081 ", reusePort: false });
http.createServer().listen({ port: "8e3", reusePort: false });
