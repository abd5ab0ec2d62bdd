import { MongoClient } from "mongodb";

const url = process.env.MONGO_URL ?? "mongodb://127.0.0.1:27017";

export const mongo = new MongoClient(url, {
  maxPoolSize: 50,
  localAddress: process.env.POD_IP,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});
