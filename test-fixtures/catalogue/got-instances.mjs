import got from "got";

const client = got.extend({ timeout: { request: 5000 } });
const url = "https://api.example.net/v1";

await client.get(url, { localAddress: "192.0.2.1" });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await client.post(url, { localAddress: "192.0.2.1" });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await client.put(url, { localAddress: "192.0.2.1" });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await client.patch(url, { localAddress: "192.0.2.1" });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await client.head(url, { localAddress: "192.0.2.1" });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await client.delete(url, { localAddress: "192.0.2.1" });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
client.stream(url, { localAddress: "192.0.2.1" });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
