const needle = require("needle");

const data = { id: 7 };
const url = "https://api.example.net/v1";
needle.defaults({ localAddress: "192.0.2.1" });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.delete(url, null, { localAddress: "192.0.2.1" });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.patch(url, data, { localAddress: "192.0.2.1" });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
needle.request("put", url, data, { localAddress: "192.0.2.1" });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
