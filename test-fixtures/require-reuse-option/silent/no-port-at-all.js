const http = require("http");

const a = http.createServer((req, res) => res.end("a"));
a.listen(() => console.log(a.address().port));

const b = http.createServer((req, res) => res.end("b"));
b.listen();

const c = http.createServer((req, res) => res.end("c"));
c.listen({ host: "127.0.0.1", port: 0 });
