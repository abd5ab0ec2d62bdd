#!/usr/bin/env node
// @flow strict
'use strict';

import typeof TNet from 'net';
const net: TNet = require('net');

opaque type Line: string = string;
declare function readLine(socket: net$Socket): Promise<Line>;

class Relay<T: { +id: number, ... }> {
  +upstream: net$Server;
  pending: Array<T>;

  constructor(localAddress: string) {
    this.pending = [];
    this.upstream = net.createServer((socket: net$Socket): void => {
      socket.pipe((net.connect({ host: 'build.internal', port: 8081, localAddress }): any));
//                                                                   ^^^^^^^^^^^^ no-bind-before-connect address
    });
  }

  start(): this {
    (this.upstream: any).listen({ port: 8081, reusePort: false });
    return this;
  }
}

module.exports = (Relay: Class<Relay<any>>);
