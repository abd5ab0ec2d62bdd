import http from "node:http";

const keepAlive = new http.Agent({ keepAlive: true });

export function report(host: string, path: string, source: string) {
  const req = http.request({ agent: keepAlive, host, path, method: "POST", localAddress: source });
  //                                                                       ^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  req.end("{}");
  return req;
}
