import { listen } from "./http.ts";
import type { Operation, Package } from "./types.ts";

const nestListen: Operation = {
  ...listen,
  typingsRefuse: true,
  positionalDrops: true,
  defaultHostBeside: { modules: ["@nestjs/platform-fastify"], host: "127.0.0.1" },
  instead: "pass the options object as the first argument, with a cast, for Nest hands it to the http.Server",
};

const nestjs: Package = {
  name: "NestJS",
  modules: ["@nestjs/core", "@nestjs/common", "@nestjs/platform-express", "@nestjs/platform-fastify"],
  triggers: [".listen"],
  docs: "https://docs.nestjs.com/first-steps",
  entries: {
    "@nestjs/core.NestFactory.create": { returns: "@nestjs/common.INestApplication" },
    "@nestjs/common.INestApplication": { type: true },
    "@nestjs/common.INestApplication#listen": { does: nestListen },
    "@nestjs/common.INestApplication#getHttpServer": { returns: "http.Server" },
    "@nestjs/platform-express.NestExpressApplication": { alias: "@nestjs/common.INestApplication" },
    "@nestjs/platform-fastify.NestFastifyApplication": { alias: "@nestjs/common.INestApplication" },
  },
};
export default nestjs;
