using listener = Deno.listen({ port: 9000, reusePort: true });
//                                         ^^^^^^^^^^^^^^^ no-silent-port-sharing shares

for await (const conn of listener) {
  await conn.write(new TextEncoder().encode("hi\n"));
  conn.close();
}
