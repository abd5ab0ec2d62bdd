import { NestFactory } from "@nestjs/core";
import { Transport, type MicroserviceOptions } from "@nestjs/microservices";
import { AppModule } from "./app.module.js";

async function bootstrap() {
  const service = await NestFactory.createMicroservice<MicroserviceOptions>(AppModule, {
    transport: Transport.TCP,
    options: { host: "0.0.0.0", port: 4000 },
  });
  await service.listen();

  const app = await NestFactory.create(AppModule);
  await app.listen(4000);
  //        ^^^^^^ no-duplicate-listen wildcard
}
bootstrap();
