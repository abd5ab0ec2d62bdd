// @fixture {"package":{"dependencies":{"fast-sockets":"npm:@btc-vision/uwebsockets.js@^20.57.0"}}}
import { SSLApp } from "fast-sockets";

const app = SSLApp({ key_file_name: "key.pem", cert_file_name: "cert.pem" });
app.any("/*", (res) => void res.end("hello"));
app.listen(9443, () => console.log("ready"));
//  ^^^^^^ no-silent-port-sharing sharesByDefault
