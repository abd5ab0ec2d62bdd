// @fixture {"package":{"os":["linux"]}}
const net = require("node:net");

const options = { host: "::", port: 1883, reusePort: true };
//                                        ^^^^^^^^^^^^^^^ no-silent-port-sharing shares

const broker = net.createServer((client) => client.once("data", () => client.end()));
broker.listen(options, () => console.log("broker ready"));
