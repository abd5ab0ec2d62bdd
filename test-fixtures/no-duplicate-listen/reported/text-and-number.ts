import http from "node:http";
import express from "express";

const port = parseInt(process.env.API_PORT ?? "8080", 10);
const app = express();

http.createServer(app).listen({ port, reusePort: false });
app.listen(process.env.API_PORT ?? 8080, () => console.log(`on ${port}`));
//  ^^^^^^ no-duplicate-listen port
