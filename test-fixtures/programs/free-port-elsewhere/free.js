import net from "node:net";
export async function freePort() {
  const s = net.createServer();
  await new Promise((done) => s.listen(0, done));
  const { port } = s.address();
  await new Promise((done) => s.close(done));
  return port;
}
