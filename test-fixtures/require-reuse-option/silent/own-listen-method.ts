type Handler = (payload: Uint8Array) => void;

export class SerialMux {
  readonly #handlers = new Map<number, Handler>();

  constructor(telemetry: Handler, control: Handler) {
    this.listen(1, telemetry);
    this.listen(2, control);
  }

  listen(port: number, handler: Handler): void {
    this.#handlers.set(port, handler);
  }

  dispatch(port: number, payload: Uint8Array): void {
    this.#handlers.get(port)?.(payload);
  }
}
