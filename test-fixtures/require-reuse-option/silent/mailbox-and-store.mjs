import { mailbox } from "./mailbox.mjs";
import store from "./store.mjs";
import { registry } from "./registry.mjs";

mailbox.listen(3000, () => console.log("polling every three seconds"));
store.listen(5000, "topic");
registry.listen(8080, (entry) => console.log("changed", entry));
