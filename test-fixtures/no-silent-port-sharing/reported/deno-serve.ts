Deno.serve({ port: 8000, hostname: "0.0.0.0", reusePort: true }, (req) => {
//                                            ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  const { pathname } = new URL(req.url);
  return pathname === "/healthz" ? new Response(null, { status: 204 }) : new Response("deno");
});
