import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableShutdownHooks();
  await app.listen({ port: 3000, reusePort: true } as never);
  //                             ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
}

void bootstrap();
