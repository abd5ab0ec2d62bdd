export class Bus {
  constructor(server) { this.server = server; this.topics = []; }
  listen(topic) { this.topics.push(topic); }
}
