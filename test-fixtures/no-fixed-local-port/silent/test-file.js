// @fixture {"filename":"tests/dial.js"}
import { connect } from "node:net";

connect({ host: "127.0.0.1", port: 9000, localPort: 9001 });
