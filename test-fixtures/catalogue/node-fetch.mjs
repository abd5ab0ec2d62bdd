import { Agent } from "node:http";
import fetch from "node-fetch";

await fetch("http://192.0.2.1/", { agent: new Agent({ localAddress: "192.0.2.10" }) });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await fetch("http://192.0.2.1/", { localAddress: "192.0.2.11" });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
