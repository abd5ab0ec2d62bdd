// @fixture {"settings":{"runtime":"bun"}}
import { connect } from "node:net";

const line = connect({ host: "10.0.0.1", port: 4000, localAddress: "10.0.0.2" });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
line.end("hello\n");
