import http from "node:http";

export function fetchFrom(url, source) {
  const options = source ? { localAddress: source, timeout: 5000 } : {};
  //                         ^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  return http.get(url, options);
}

const merged = Object.assign({ host: "10.0.0.1", port: 80 }, { localAddress: "10.0.0.9" });
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
http.get(merged);
