import { NestFactory } from "@nestjs/core";
import { Transport } from "@nestjs/microservices";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule);
app.connectMicroservice({ transport: Transport.REDIS, options: { host: "cache", port: 6379 } });
app.connectMicroservice({ transport: Transport.TCP, options: { port: 4001 } });
await app.startAllMicroservices();
await app.listen(6379);
