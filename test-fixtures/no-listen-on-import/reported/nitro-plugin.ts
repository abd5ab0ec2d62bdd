// @fixture {"filename":"apps/web/plugins/tcp.ts","package":{"devDependencies":{"nitropack":"^2.10.0"}}}
import net from "node:net";

export default () => {
  const relay = net.createServer((socket) => socket.pipe(socket));
  relay.listen(7000, "127.0.0.1");
//      ^^^^^^ no-listen-on-import loader
};
