import https from "node:https";

export function check(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    https
      .get(url, { localPort: 4433, timeout: 3_000 }, (res) => {
      //          ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
        res.resume();
        resolve(res.statusCode ?? 0);
      })
      .on("error", reject);
  });
}
