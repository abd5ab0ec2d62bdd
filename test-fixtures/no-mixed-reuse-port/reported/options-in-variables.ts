import { createServer, type ListenOptions } from "node:net";
import { onData, onControl } from "./handlers";

const data: ListenOptions = { port: 2121, host: "0.0.0.0" };
data.reusePort = true;
// @1:15 no-unguarded-reuse-port unguarded
const control: ListenOptions = { port: 2121, host: "0.0.0.0" };

createServer(onData).listen(data);
createServer(onControl).listen(control);
//                      ^^^^^^ no-mixed-reuse-port mixed
