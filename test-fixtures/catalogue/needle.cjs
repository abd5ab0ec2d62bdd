const needle = require("needle");

needle.get("http://192.0.2.1/", { localAddress: "192.0.2.10" }, () => {});
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.post("http://192.0.2.1/", { name: "a" }, { json: true, localAddress: "192.0.2.11" });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.put("http://192.0.2.1/", "body", { localAddress: "192.0.2.14" }, () => {});
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.head("http://192.0.2.1/", { localAddress: "192.0.2.15" });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.request("put", "http://192.0.2.1/", "body", { localAddress: "192.0.2.12" }, () => {});
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle("get", "http://192.0.2.1/", { localAddress: "192.0.2.13" }).then((answer) => answer.body);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
