import got from "got";

export const client = got.extend({
  prefixUrl: "https://api.example.com/v2",
  retry: { limit: 2 },
  localAddress: "203.0.113.4",
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});
