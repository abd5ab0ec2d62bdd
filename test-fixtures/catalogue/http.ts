import http, { Agent, Server, createServer, get, request } from "node:http";

const handler: http.RequestListener = (_request, response) => {
  response.end("ok");
};

http.createServer(handler).listen(4201);
//                         ^^^^^^ require-reuse-option noPolicy
createServer({ keepAlive: true }, handler).listen({ port: 4202, host: "127.0.0.1" });
//                                         ^^^^^^ require-reuse-option noPolicy
new http.Server(handler).listen(4203, "127.0.0.1", () => console.log("up"));
//                       ^^^^^^ require-reuse-option noPolicy
new Server().on("request", handler).on("clientError", console.error).listen(4204);
//                                                                   ^^^^^^ require-reuse-option noPolicy

class Gateway extends http.Server {}
new Gateway(handler).listen(4205);
//                   ^^^^^^ require-reuse-option noPolicy

http.request({ host: "192.0.2.1", path: "/", localAddress: "192.0.2.10" }).end();
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
http.request("http://192.0.2.1/", { localAddress: "192.0.2.11" }, (answer) => answer.resume()).end();
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
request(new URL("http://192.0.2.1/"), { method: "HEAD", localAddress: "192.0.2.12" }).end();
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
http.get({ hostname: "192.0.2.1", localAddress: "192.0.2.13" }, (answer) => answer.resume());
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
get("http://192.0.2.1/", { localAddress: "192.0.2.14" });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const agents = [
  new http.Agent({ keepAlive: true, localAddress: "192.0.2.15" }),
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  new Agent({ localAddress: "0.0.0.0" }),
//            ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
];

http.get({ host: "192.0.2.1", localPort: 8123 }, (answer) => answer.resume());
//                            ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
