// @fixture {"package":{"os":["linux"]}}
const https = require("https");

const sources = ["198.51.100.21", "198.51.100.22"];
const agents = sources.map((localAddress) => new https.Agent({ keepAlive: true, localAddress }));
//                                                                              ^^^^^^^^^^^^ no-bind-before-connect address

let n = 0;
exports.get = (url, onResponse) => https.get(url, { agent: agents[n++ % agents.length] }, onResponse);
