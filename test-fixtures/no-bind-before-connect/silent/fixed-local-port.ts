import { connect } from "node:net";

export const control = connect({
  host: "10.0.0.9",
  port: 179,
  localAddress: "10.0.0.1",
  localPort: 17900,
//^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
});
