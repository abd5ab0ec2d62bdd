const express = require("express");

const app = express();
app.get("/", (request, response) => response.send("ok"));

app.on("error", (error) => {
//  ^^ no-unheard-listen-error app
  console.error("server error", error);
});

app.listen({ port: 3000, reusePort: false }, () => console.log("ready"));
