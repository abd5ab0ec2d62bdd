const miniget = require("miniget");

miniget("http://example.org/video", { localAddress: "192.0.2.10", maxRetries: 3 }).resume();
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
