const app = require("express")();
app.get("/", (req, res) => res.send("shop"));
module.exports = app;
