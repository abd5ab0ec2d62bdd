// @fixture {"settings":{"platforms":["win32"]}}
import { connect } from "node:net";

connect({ host: "192.168.1.50", port: 9100, localPort: 9101 });
//                                          ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
