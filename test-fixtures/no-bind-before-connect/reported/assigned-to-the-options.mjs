import net from "node:net";

const options = { host: "example.org", port: 443 };
Object.assign(options, { localAddress: "10.0.0.3" });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
net.connect(options);
