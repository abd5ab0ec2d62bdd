const express = require("express");
const http = require("http");

const app = express();
const server = http.createServer(app);
server.listen(process.env.PORT || 3001);
//     ^^^^^^ require-reuse-option noPolicy

app.get("/", (req, res) => res.sendFile("index.html", { root: __dirname }));

server.listen(3002, () => console.log("ready"));
//     ^^^^^^ no-duplicate-listen again
