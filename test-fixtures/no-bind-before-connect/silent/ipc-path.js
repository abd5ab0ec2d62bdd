import { connect } from "node:net";

export const control = connect({ path: "/run/app/control.sock", localAddress: "127.0.0.1" });
