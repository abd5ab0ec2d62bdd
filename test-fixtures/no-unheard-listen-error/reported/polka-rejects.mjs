import polka from "polka";

export function start(port) {
  return new Promise((resolve, reject) => {
    polka()
      .get("/health", (request, response) => response.end())
      .listen({ port, reusePort: false }, (err) => (err ? reject(err) : resolve()));
//                                         ^^^ no-unheard-listen-error callback
  });
}
