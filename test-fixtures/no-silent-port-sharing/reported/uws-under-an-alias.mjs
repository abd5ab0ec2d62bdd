// @fixture {"filename":"src/gate.mjs","package":{"dependencies":{"fast-server":"npm:uWebSockets.js@20.51.0"}}}
import * as engine from "fast-server";

const gate = engine.SSLApp({ key_file_name: "gate.key", cert_file_name: "gate.pem" });
gate.listen("127.0.0.1", 9001, (token) => console.log(token ? "open" : "taken"));
//   ^^^^^^ no-silent-port-sharing sharesByDefault
