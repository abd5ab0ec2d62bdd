import { NestFactory } from "@nestjs/core";
import { container } from "tsyringe";
import { inject } from "./inject";
import { AppModule } from "./app.module";

class QueueListener {
  private readonly handlers = new Map<string, (message: string) => void>();
  listen(port: number, topic = "orders") {
    this.handlers.set(`${topic}:${port}`, (message) => console.log(message));
  }
}

container.resolve(QueueListener).listen(3000);

const app = await NestFactory.createApplicationContext(AppModule);
const listener = app.get(QueueListener);
listener.listen(4000);

inject(QueueListener).listen(5000);
