import Redis from "ioredis";

// Only the nested form is merged into the connect options.
export const cache = new Redis({
  host: "cache.example.com",
  port: 6380,
  tls: { servername: "cache.example.com", localAddress: "10.0.0.7" },
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});
