import { connect } from "node:net";

export const control = connect({ path: "/run/app.sock", localPort: 9000 } as never);
