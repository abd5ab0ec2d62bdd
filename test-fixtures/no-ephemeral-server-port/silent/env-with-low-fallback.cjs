const http = require("http");

const port = Number(process.env.PORT) || 5000;
http.createServer((req, res) => res.end()).listen({ port, exclusive: false });
