import { connect } from "node:net";
import { cache, store, upstream } from "./settings.js";

connect(upstream);
//      ^^^^^^^^ no-bind-before-connect address
connect({ ...cache, host: "192.0.2.2" });
//           ^^^^^ no-fixed-local-port fixedPort
connect(store);
