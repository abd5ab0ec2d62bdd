import { Club } from "./club.js";

export class Registry {
  constructor(private readonly club: Club) {}

  enrol(name: string): void {
    this.club.bind(1900);
    this.club.addMembership(name);
  }
}
