// @fixture {"settings":{"listens":"single"}}
import { SMTPServer } from "smtp-server";
import { receive } from "./mailbox.mjs";

const server = new SMTPServer({ authOptional: true, onData: receive });

server.listen(2525, "127.0.0.1", (error) => {
  //                              ^^^^^ no-unheard-listen-error callback
  if (error) throw error;
  console.log("waiting for mail");
});
