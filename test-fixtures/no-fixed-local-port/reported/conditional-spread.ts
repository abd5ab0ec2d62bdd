import { connect } from "node:tls";

export const dial = (host: string, pinned: boolean) =>
  connect({ host, port: 636, ...(pinned && { localPort: 6360 }) });
  //                                         ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
