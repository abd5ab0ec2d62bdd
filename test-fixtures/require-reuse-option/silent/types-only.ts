export interface Listenable {
  listen(port: number, host?: string): this;
}

export type ListenArgs = Parameters<Listenable["listen"]>;

export declare function listen(port: 3000): void;
