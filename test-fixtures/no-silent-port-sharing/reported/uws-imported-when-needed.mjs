export async function open() {
  const { default: engine } = await import("uWebSockets.js");
  engine.App().get("/", (response) => response.end("hello")).listen(9003, () => {});
//                                                           ^^^^^^ no-silent-port-sharing sharesByDefault
}
