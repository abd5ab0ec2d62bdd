const express = require("express");

const app = express();
app.on("error", onError);
//  ^^ no-unheard-listen-error app

function onError(error) {
  if (error.syscall !== "listen") throw error;
  if (error.code === "EACCES") console.error("this port requires elevated privileges");
}

module.exports = app;
