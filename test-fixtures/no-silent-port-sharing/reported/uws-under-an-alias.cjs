// @fixture {"package":{"dependencies":{"uws":"github:uNetworking/uWebSockets.js#v20.52.0","express":"^5.0.0"}}}
const uws = require("uws");
const { page } = require("./page");

uws.App().get("/", (res) => void res.end(page())).listen(9001, (token) => console.log(Boolean(token)));
//                                                ^^^^^^ no-silent-port-sharing sharesByDefault
