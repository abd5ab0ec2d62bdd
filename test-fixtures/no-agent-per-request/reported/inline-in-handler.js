const https = require("https");
const express = require("express");

const app = express();

app.get("/weather/:city", (req, res) => {
  const request = https.get(
    {
      host: "api.example.com",
      path: `/weather/${req.params.city}`,
      agent: new https.Agent({ rejectUnauthorized: false }),
//                     ^^^^^ no-agent-per-request agent
    },
    (answer) => answer.pipe(res),
  );
  request.on("error", () => res.sendStatus(502));
});

module.exports = app;
