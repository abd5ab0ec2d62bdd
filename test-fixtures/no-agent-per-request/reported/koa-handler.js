const https = require("https");
const Koa = require("koa");
const got = require("got");

const app = new Koa();
app.use(async (ctx) => {
  const agent = { https: new https.Agent({ keepAlive: true }) };
  ctx.body = await got(`https://backend.internal${ctx.path}`, { agent: { https: new https.Agent({ keepAlive: true }) } }).json();
//                                                                                        ^^^^^ no-agent-per-request agent
  ctx.set("x-agents", String(Object.keys(agent).length));
});

module.exports = app;
