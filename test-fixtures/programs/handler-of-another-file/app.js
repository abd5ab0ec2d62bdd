const express = require("express");

const app = express();
app.get("/prices", (request, response) => response.json({ eur: 12 }));
app.listen(4000, () => console.log("ready"));
//  ^^^^^^ no-listen-on-import handler

module.exports = app;
