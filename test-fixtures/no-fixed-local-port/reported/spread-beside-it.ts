import net, { type TcpNetConnectOpts } from "node:net";

export const dial = (base: TcpNetConnectOpts) => net.connect({ ...base, localPort: 3999 });
//                                                                      ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
