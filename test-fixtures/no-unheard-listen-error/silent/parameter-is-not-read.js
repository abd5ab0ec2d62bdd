const http = require("http");
http.createServer().listen({ port: 8080, reusePort: false }, (err) => console.log("started"));
