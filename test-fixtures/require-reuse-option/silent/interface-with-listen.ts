interface SerialLike {
  listen(baud: number): void;
}

export function open(serial: SerialLike): void {
  serial.listen(9600);
}
