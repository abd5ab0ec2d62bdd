export const settings = { port: process.env.PORT ?? 8610 };
