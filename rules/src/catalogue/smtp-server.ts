import { listen } from "./net.ts";
import type { Package } from "./types.ts";

/** `listen(...args)` hands its arguments to a server of net or tls, and hands on the errors of that: read in 3.21, and run. */
const smtpServer: Package = {
  name: "smtp-server",
  modules: ["smtp-server"],
  triggers: [".listen"],
  docs: "https://nodemailer.com/extras/smtp-server",
  entries: {
    "smtp-server.SMTPServer": { type: true, returns: "smtp-server.SMTPServer" },
    "smtp-server.SMTPServer#listen": { returns: "this", does: { ...listen, again: "throws", emitsError: {} } },
    "smtp-server.SMTPServer#server": { property: "net.Server" },
  },
};
export default smtpServer;
