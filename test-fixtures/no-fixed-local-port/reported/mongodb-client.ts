import { MongoClient } from "mongodb";

export const client = new MongoClient("mongodb://db.internal:27017", { localPort: 27099 });
//                                                                     ^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
