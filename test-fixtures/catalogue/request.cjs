const request = require("request");

request({ url: "http://192.0.2.1/", localAddress: "192.0.2.10" }, () => {});
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
request("http://192.0.2.1/", { localAddress: "192.0.2.11" }, () => {});
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
request.get({ url: "http://192.0.2.1/", localAddress: "192.0.2.12" });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
request.post("http://192.0.2.1/", { form: {}, localAddress: "192.0.2.13" });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
module.exports = request.defaults({ localAddress: "192.0.2.14" });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
