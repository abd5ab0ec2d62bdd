const listener = Deno.listen({ hostname: "0.0.0.0", port: 7000, transport: "tcp" });
//                    ^^^^^^ require-reuse-option noPolicy

for await (const conn of listener) {
  conn.readable.pipeTo(conn.writable).catch(() => conn.close());
}
