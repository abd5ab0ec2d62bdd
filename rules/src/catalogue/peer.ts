import { ends } from "./ends.ts";
import type { Package } from "./types.ts";

const instead = "create the http.Server yourself, give it to ExpressPeerServer() and the option to its listen()";

const peer: Package = {
  name: "peer",
  modules: ["peer"],
  triggers: ['"peer"'],
  docs: "https://github.com/peers/peerjs-server",
  entries: {
    "peer.PeerServer": {
      does: {
        op: "listen",
        transport: "tcp",
        forms: [["options", "callback"]],
        tcpOnly: true,
        defaultPort: 9000,
        reusePort: "dropped",
        endsIn: ends.httpListen,
        ignores: [{ option: "reusePort", because: "peer passes only port and host to listen()", instead }],
        instead,
      },
    },
  },
};
export default peer;
