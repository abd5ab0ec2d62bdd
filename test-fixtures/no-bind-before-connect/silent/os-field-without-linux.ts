// @fixture {"package":{"os":["darwin"]}}
import { connect } from "node:net";

connect({ host: "192.168.64.1", port: 5900, localAddress: "192.168.64.2" });
