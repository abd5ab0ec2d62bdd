const express = require("express");
const routes = require("./routes");
const app = express();
app.on("error", (error) => console.error(error));
routes(app);
module.exports = app;
