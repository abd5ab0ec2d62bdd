import { Mailbox } from "./mailbox.js";

const mailbox = new Mailbox();
await mailbox.start();
await mailbox.stop();
await mailbox.start();
