const express = require("express");

const app = express();
app.get("/", (req, res) => res.send("registered"));
app.listen(8080);
//  ^^^^^^ require-reuse-option noPolicy
