const express = require("express");
const { onRequest } = require("firebase-functions/v2/https");

const api = express();
api.get("/users/:id", (req, res) => res.json({ id: req.params.id }));

const PORT = 5001;
api.listen(PORT, () => {
//  ^^^^^^ no-listen-on-import handler
  console.log(`API on ${PORT}`);
});

exports.api = onRequest({ region: "europe-west1" }, api);
