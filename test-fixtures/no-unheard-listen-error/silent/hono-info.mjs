import { serve } from "@hono/node-server";
serve({ fetch: () => new Response("ok"), port: 8787 }, (info) => {
  if (info) console.log(info.port);
});
