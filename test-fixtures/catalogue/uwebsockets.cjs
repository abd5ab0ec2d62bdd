const uWS = require("uWebSockets.js");
const { App, SSLApp } = require("uWebSockets.js");

uWS
  .App()
  .get("/*", (res) => res.end("ok"))
  .listen(6601, (token) => console.log(token ? "up" : "port taken"));
// ^^^^^^ no-silent-port-sharing sharesByDefault

const app = App();
app.listen("127.0.0.1", 6602, (token) => console.log(Boolean(token)));
//  ^^^^^^ no-silent-port-sharing sharesByDefault
SSLApp({ key_file_name: "site.key", cert_file_name: "site.pem" }).listen(6603, () => {});
//                                                                ^^^^^^ no-silent-port-sharing sharesByDefault

uWS.App().listen(6604, uWS.LIBUS_LISTEN_EXCLUSIVE_PORT, (token) => console.log(Boolean(token)));
