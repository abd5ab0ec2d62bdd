const { fork } = require("child_process");
const path = require("path");
const express = require("express");

const app = express();
const jobs = [];
for (let i = 0; i < 4; i++) jobs.push(fork(path.join(__dirname, "job.js")));

app.post("/jobs", express.json(), (req, res) => {
  jobs[Math.floor(Math.random() * jobs.length)].send(req.body);
  res.sendStatus(202);
});
app.listen({ port: 3000, exclusive: false });
