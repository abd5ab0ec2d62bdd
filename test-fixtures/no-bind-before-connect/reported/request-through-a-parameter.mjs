import https from "node:https";

const dial = (from) => https.get({ host: "example.org", localAddress: from });
//                                                      ^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

dial("10.0.0.2").end();
