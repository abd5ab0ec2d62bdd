const connect = require("connect");
const serveStatic = require("serve-static");

const app = connect();
app.use(serveStatic("public"));
app.listen(5301);
//  ^^^^^^ require-reuse-option noPolicy

connect().use((req, res) => res.end("ok")).listen({ port: 5302 });
//                                         ^^^^^^ require-reuse-option noPolicy
