export function begin(server) {
  server.start(50001);
}
