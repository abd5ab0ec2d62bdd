import { connect } from "react-redux";
import { Panel } from "./panel";

const onData = Panel.prototype.render.bind({ localAddress: "127.0.0.1" });

export const Connected = connect((state: { host: string }) => ({ host: state.host, onData }))(Panel);
