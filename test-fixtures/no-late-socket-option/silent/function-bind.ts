class Tuner {
  private values = new Map<number, number>();

  constructor() {
    this.setsockopt = this.setsockopt.bind(this);
    this.setsockopt(1, 2, 1);
  }

  setsockopt(level: number, name: number, value: number): void {
    this.values.set(level * 100 + name, value);
  }
}

export const tuner = new Tuner();
