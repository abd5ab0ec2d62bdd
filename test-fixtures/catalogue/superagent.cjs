const http = require("http");
const superagent = require("superagent");

const agent = new http.Agent({ localAddress: "192.0.2.10" });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
superagent.get("http://192.0.2.1/").agent(agent).end(() => {});
