import net from "node:net";
import { from } from "./from.js";

net.connect({ host: "192.0.2.1", port: 443, ...from });
//                                             ^^^^ no-bind-before-connect address
net.connect({ host: "192.0.2.1", port: 443, localAddress: from.localAddress });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
