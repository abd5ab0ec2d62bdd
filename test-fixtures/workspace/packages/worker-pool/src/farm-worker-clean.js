import { threadId } from "node:worker_threads";
import { serve } from "./farm-server-clean.js";

serve(() => console.log(`thread ${threadId} listens`));
