class Bus {
  #handlers = new Map<number, () => void>();

  listen(port: number) {
    this.#handlers.set(port, () => {});
  }
}

interface Hub {
  bus: Bus;
  listen(port: number): void;
}

export function plug(bus: Bus, hub: Hub) {
  bus.listen(3000);
  hub.listen(3001);
  hub.bus.listen(3002);
}

export class Board {
  constructor(private readonly bus: Bus) {}

  start() {
    this.bus.listen(3003);
  }
}
