// @fixture {"package":{"engines":{"bun":">=1.3"}}}
const site = {
  hostname: "0.0.0.0",
  port: 4200,
  async fetch(request) {
    return new Response(await Bun.file(`public${new URL(request.url).pathname}`).bytes());
  },
};

export { site as default };
//               ^^^^^^^ require-reuse-option noPolicy
