const express = require("express");

module.exports = express().get("/notes", (request, response) => response.json([]));
