const throng = require("throng");

throng((id) => {
  const express = require("express");
  const app = express();
  app.get("/", (req, res) => res.send(`worker ${id}`));
  app.listen(3000);
});
