const connect = require("connect");
const serveStatic = require("serve-static");

const app = connect();
app.use(serveStatic("dist"));
app.use((req, res) => {
  res.statusCode = 404;
  res.end("not here");
});
app.listen(8090, () => console.log("http://localhost:8090/"));
//  ^^^^^^ require-reuse-option noPolicy
