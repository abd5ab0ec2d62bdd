import { connect } from "node:net";

export const link = connect({
  host: "198.51.100.7",
  port: 179,
  localAddress: "0.0.0.0",
  localPort: 1790,
//^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
});
