import apollo from "./apollo.ts";
import bun from "./bun.ts";
import cluster from "./cluster.ts";
import clients from "./clients.ts";
import deno from "./deno.ts";
import devServers from "./dev-servers.ts";
import dgram from "./dgram.ts";
import elysia from "./elysia.ts";
import express from "./express.ts";
import fastify from "./fastify.ts";
import ffi from "./ffi.ts";
import grpc from "./grpc.ts";
import hapi from "./hapi.ts";
import hono from "./hono.ts";
import http from "./http.ts";
import http2 from "./http2.ts";
import httpProxy from "./http-proxy.ts";
import hyperExpress from "./hyper-express.ts";
import nestjs from "./nestjs.ts";
import net from "./net.ts";
import peer from "./peer.ts";
import restana from "./restana.ts";
import smtpServer from "./smtp-server.ts";
import socketIo from "./socket-io.ts";
import tls from "./tls.ts";
import type { Package } from "./types.ts";
import undici from "./undici.ts";
import srvx from "./srvx.ts";
import uws from "./uws.ts";
import ws from "./ws.ts";

/** Every package that is known, in the order of the README's table. */
export const packages: readonly Package[] = [
  net,
  tls,
  http,
  http2,
  dgram,
  cluster,
  express,
  restana,
  fastify,
  nestjs,
  hapi,
  hono,
  apollo,
  ws,
  socketIo,
  peer,
  smtpServer,
  grpc,
  httpProxy,
  devServers,
  bun,
  deno,
  elysia,
  srvx,
  uws,
  hyperExpress,
  undici,
  ...clients,
  ffi,
];
