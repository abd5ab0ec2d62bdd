import got from "got";

await got("http://192.0.2.1/", { localAddress: "192.0.2.10" });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got({ url: "http://192.0.2.1/", localAddress: "192.0.2.11" });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.get("http://192.0.2.1/", { localAddress: "192.0.2.12" }).json();
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await got.post("http://192.0.2.1/", { json: {}, localAddress: "192.0.2.13" });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
got.stream("http://192.0.2.1/", { localAddress: "192.0.2.14" }).resume();
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const client = got.extend({ prefixUrl: "http://192.0.2.1", localAddress: "0.0.0.0" });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
