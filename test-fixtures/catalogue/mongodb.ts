import { MongoClient } from "mongodb";

export const client = new MongoClient("mongodb://db.internal", { localAddress: "10.0.0.5" });
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
export const connected = MongoClient.connect("mongodb://db.internal", { localAddress: "10.0.0.6" });
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
export const fixed = new MongoClient("mongodb://db.internal", { localPort: 7017 });
//                                                              ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
