import { serve } from "srvx";
import { serve as onNode } from "srvx/node";
import { serve as onBun } from "srvx/bun";
import { serve as onDeno } from "srvx/deno";
import { page } from "./page";

serve({ fetch: page, port: 6601 });
// @1:6 require-reuse-option noPolicy
onNode({ fetch: page, port: 6602, reusePort: false });
onBun({ fetch: page, port: process.env.PORT, hostname: "0.0.0.0", reusePort: false });
onDeno({ fetch: page, reusePort: process.platform === "linux" });
