// @fixture {"settings":{"runtime":"deno"}}
const [cert, key] = await Promise.all(["cert.pem", "key.pem"].map((name) => Deno.readTextFile(name)));
Deno.listenTls({ port: 8443, cert, key, reusePort: 1 });
//                                      ^^^^^^^^^^^^ valid-listen-arguments flag
