import net from "node:net";
import https from "node:https";

export function connect(host, bind) {
  const options = { host, port: 5000 };
  options.localAddress ??= bind;
//^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  return net.connect(options);
}

export function fetch(url) {
  const options = { timeout: 1000 };
  options.localAddress ||= process.env.BIND_ADDRESS;
//^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  return https.get(url, options);
}
