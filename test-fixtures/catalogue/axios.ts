import axios from "axios";
import http from "node:http";

const config = { localAddress: "192.0.2.19" } as Record<string, unknown>;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios("http://192.0.2.1/", config);

await axios({ url: "http://192.0.2.1/", localAddress: "192.0.2.10" } as never);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.request({ url: "http://192.0.2.1/", localAddress: "192.0.2.11" } as never);
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.get("http://192.0.2.1/", { localAddress: "192.0.2.12" } as never);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.delete("http://192.0.2.1/", { localAddress: "192.0.2.13" } as never);
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.post("http://192.0.2.1/", { a: 1 }, { localAddress: "192.0.2.14" } as never);
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.head("http://192.0.2.1/", { localAddress: "192.0.2.20" } as never);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.options("http://192.0.2.1/", { localAddress: "192.0.2.21" } as never);
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.patch("http://192.0.2.1/", { a: 1 }, { localAddress: "192.0.2.22" } as never);
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await axios.put("http://192.0.2.1/", { a: 1 }, { localAddress: "192.0.2.15" } as never);
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

const instance = axios.create({ localAddress: "192.0.2.16" } as never);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await instance.get("/status", { localAddress: "192.0.2.17" } as never);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await instance.post("/status", { a: 1 }, { localAddress: "192.0.2.23" } as never);
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await instance.request({ url: "/status", localAddress: "192.0.2.24" } as never);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

axios.create({ httpAgent: new http.Agent({ localAddress: "192.0.2.18" }) });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
