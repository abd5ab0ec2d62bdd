const express = require("express");
const app = express();
app.listen({ port: 5000, reusePort: false });
process.on("SIGTERM", function onTerm() {
//      ^^ require-exit-on-signal logs
  return console.error("SIGTERM");
});
