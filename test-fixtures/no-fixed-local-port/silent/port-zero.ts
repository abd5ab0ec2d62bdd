import { connect } from "node:net";
import { request } from "node:http";

export const socket = connect({ host: "10.0.0.1", port: 9000, localPort: 0 });
export const req = request({ host: "10.0.0.1", path: "/", localPort: 0 });
