import { MailServer } from "./lib/mail-server.js";

const server = new MailServer({ banner: "mail" });
server.listen(2525);
