require("fs").writeFileSync(__dirname + "/was-run", "");

module.exports = { apps: [{ name: "store", script: "./src/server.js", instances: "max" }] };
