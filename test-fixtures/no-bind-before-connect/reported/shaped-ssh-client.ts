import { Client } from "ssh2";
import { readFileSync } from "node:fs";

const conn = new Client();
conn.on("ready", () => conn.end());
conn.connect({
  host: "bastion.example.net",
  port: 22,
  username: "deploy",
  privateKey: readFileSync("id_ed25519"),
  localAddress: "198.51.100.3",
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});
