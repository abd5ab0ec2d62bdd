// @fixture {"package":{"dependencies":{"express":"^4.18.0 || ^5.0.0"}}}
const express = require("express");

const app = express();
app.on("error", (error) => {
  if (error.code === "EADDRINUSE") process.exit(1);
});
app.listen({ port: 3000, reusePort: false }, () => console.log("ready"));
