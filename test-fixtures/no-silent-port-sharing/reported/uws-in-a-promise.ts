import type { TemplatedApp } from "uWebSockets.js";

export async function start(make: () => Promise<TemplatedApp>) {
  const app = await make();
  app.listen(9002, () => console.log("ready"));
  //  ^^^^^^ no-silent-port-sharing sharesByDefault
}

void import("uWebSockets.js").then(({ App }) => {
  App().listen(9001, () => console.log("ready"));
  //    ^^^^^^ no-silent-port-sharing sharesByDefault
});
