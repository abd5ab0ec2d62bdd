import mysql from "mysql2/promise";
import { openFrom } from "./source-socket.js";

export function connectFrom(localAddress: string) {
  return mysql.createConnection({
    host: "db.internal",
    user: "app",
    stream: () => openFrom(localAddress, 3306, "10.0.0.3"),
  });
}
