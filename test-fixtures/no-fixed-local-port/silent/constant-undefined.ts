import { connect } from "node:net";

export const socket = connect({ host: "10.0.0.1", port: 9000, localPort: undefined });
