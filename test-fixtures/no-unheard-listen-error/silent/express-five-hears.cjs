// @fixture {"package":{"dependencies":{"express":"^5.1.0"}}}
const express = require("express");

const app = express();
app.on("error", (error) => {
  if (error.code === "EADDRINUSE") process.exit(1);
});
// Express listens for 'error' itself, to give it to the callback.
app.listen({ port: 3000, reusePort: false }, () => console.log("ready"));
