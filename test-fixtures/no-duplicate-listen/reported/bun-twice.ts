import { serve } from "bun";

const page = () => new Response("page");

serve({ port: 4242, fetch: page });
// @1:6 require-reuse-option noPolicy
Bun.serve({ port: 4242, fetch: () => new Response("metrics") });
//  ^^^^^ no-duplicate-listen port
