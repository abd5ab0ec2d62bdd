import axios from "axios";

const api = axios.create({ baseURL: "https://api.example.net" });

await api.delete("/items/7", { localAddress: "192.0.2.1" } as object);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await api.head("/items/7", { localAddress: "192.0.2.1" } as object);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await api.options("/items/7", { localAddress: "192.0.2.1" } as object);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await api.put("/items", { id: 7 }, { localAddress: "192.0.2.1" } as object);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
await api.patch("/items", { id: 7 }, { localAddress: "192.0.2.1" } as object);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
