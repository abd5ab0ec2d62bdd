const throng = require("throng");
const { serve } = require("./serve");
const { status } = require("./status");

throng({ master: status, worker: serve, count: 4 });
