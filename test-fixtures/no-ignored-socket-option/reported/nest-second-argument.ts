import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableShutdownHooks();
  await app.listen(3000, { reusePort: true } as any);
//                         ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
}

void bootstrap();
