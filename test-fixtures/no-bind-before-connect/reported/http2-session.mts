import { connect } from "node:http2";

const session = connect("https://push.example.com", { localAddress: "2001:db8::15" });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
session.on("error", console.error);
session.ping((err, ms) => console.log(err ?? `${ms} ms`));
