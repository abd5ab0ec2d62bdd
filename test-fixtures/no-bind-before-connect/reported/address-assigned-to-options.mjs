import https from "node:https";

const outgoing = { localAddress: "192.0.2.5", port: 443 };
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const fetchPage = (path) => https.get(Object.assign({}, outgoing, { host: "api.example.com", path }));
