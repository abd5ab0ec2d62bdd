import net from "node:net";

/** Opens a line to a mail exchanger. */
function dial(exchanger, localAddress) {
  return net.connect({ host: exchanger, port: 25, localAddress });
//                                                ^^^^^^^^^^^^ no-bind-before-connect address
}

for (const exchanger of ["mx1.example.net", "mx2.example.net"]) dial(exchanger, "192.0.2.4");
