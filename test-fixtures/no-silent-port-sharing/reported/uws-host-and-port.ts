import { SSLApp, type TemplatedApp } from "uWebSockets.js";

export function boot(port: number): TemplatedApp {
  const app = SSLApp({ key_file_name: "tls/key.pem", cert_file_name: "tls/cert.pem" });
  app.get("/", (res) => void res.end("secure"));
  return app.listen("0.0.0.0", port, (token) => {
  //         ^^^^^^ no-silent-port-sharing sharesByDefault
    if (token === false) throw new Error(`cannot listen on ${port}`);
  });
}
