// @fixture {"package":{"dependencies":{"express":"^5.1.0"}}}
const express = require("express");

const app = express();
// Express gives the callback the error; it is called, and says that all is well.
app.on("error", (error) => {
//  ^^ no-unheard-listen-error calledBack
  if (error.code === "EADDRINUSE") process.exit(1);
});
app.listen({ port: 3000, reusePort: false }, () => console.log("ready"));
