const restify = require("restify");

const server = restify.createServer({ name: "api" });
server.get("/ping", (req, res, next) => {
  res.send("pong");
  return next();
});
server.listen(5101, () => console.log("%s at %s", server.name, server.url));
//     ^^^^^^ require-reuse-option noPolicy

restify.createServer().listen({ port: 5102, host: "127.0.0.1" });
//                     ^^^^^^ require-reuse-option noPolicy
