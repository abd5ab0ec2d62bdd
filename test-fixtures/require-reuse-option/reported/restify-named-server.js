const restify = require("restify");

const server = restify.createServer({ name: "inventory" });
server.use(restify.plugins.queryParser());
server.get("/items/:sku", (req, res, next) => {
  res.send({ sku: req.params.sku });
  next();
});
server.listen(8082, () => console.log("%s listening at %s", server.name, server.url));
//     ^^^^^^ require-reuse-option noPolicy
