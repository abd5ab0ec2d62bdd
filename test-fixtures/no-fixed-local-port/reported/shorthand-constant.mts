import { connect } from "node:http2";

const localPort = 9443;
const session = connect("https://push.example.com", { localPort });
//                                                    ^^^^^^^^^ no-fixed-local-port fixedPort
session.on("goaway", () => session.close());
