module.exports = { apps: [{ name: "web", script: "./bin/www", instances: "max", exec_mode: "cluster" }] };
