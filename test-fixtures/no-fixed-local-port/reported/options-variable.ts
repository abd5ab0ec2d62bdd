import { connect, type TcpNetConnectOpts } from "node:net";

const options: TcpNetConnectOpts = {
  host: "172.16.4.2",
  port: 4840,
  localPort: 14840,
//^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
};

export const session = connect(options, () => session.write("HEL"));
