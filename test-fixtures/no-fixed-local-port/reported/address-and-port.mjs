import { connect } from "node:net";

const bgp = connect({
  host: "10.255.0.1",
  port: 179,
  localAddress: "10.255.0.2",
  localPort: 1790,
//^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
});
bgp.on("connect", () => console.log("peer up"));
