const express = require("express");

const app = express();
app.get("/", (request, response) => response.send("ok"));

// The tutorial ends like this, and `bin/www.js` was there before.
app.listen({ port: process.env.PORT || 3000, reusePort: false }, () => console.log("listening"));

module.exports = app;
