import got, { got as named } from "got";

await got("http://192.0.2.1/", { localAddress: "192.0.2.10" });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got({ url: "http://192.0.2.1/", localAddress: "192.0.2.11" });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await named("http://192.0.2.1/", { localAddress: "192.0.2.12" });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.get("http://192.0.2.1/", { localAddress: "192.0.2.13" }).json();
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.post("http://192.0.2.1/", { json: {}, localAddress: "192.0.2.14" });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.put("http://192.0.2.1/", { json: {}, localAddress: "192.0.2.15" });
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.patch("http://192.0.2.1/", { json: {}, localAddress: "192.0.2.16" });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.head("http://192.0.2.1/", { localAddress: "192.0.2.17" });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.delete("http://192.0.2.1/", { localAddress: "192.0.2.18" });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
got.stream("http://192.0.2.1/", { localAddress: "192.0.2.19" }).resume();
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

const client = got.extend({ prefixUrl: "http://192.0.2.1", localAddress: "0.0.0.0" });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
await client.get("status", { localAddress: "192.0.2.20" });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
