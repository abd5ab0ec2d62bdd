import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { BoxedModule } from "./boxed.module";

const boxed = await NestFactory.create<NestFastifyApplication>(BoxedModule, new FastifyAdapter());
await boxed.listen(8000);
// hover listen shows Opens 127.0.0.1:8000 for this machine alone
// hover listen does not show [::]
