const { connect } = await import("node:net");

const watch = connect({ host: "127.0.0.1", port: 2000, localPort: 2001 });
//                                                     ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
watch.unref();
