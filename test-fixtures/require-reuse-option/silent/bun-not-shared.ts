import { serve } from "bun";

serve({ port: 3000, reusePort: false, fetch: () => new Response("ok") });
