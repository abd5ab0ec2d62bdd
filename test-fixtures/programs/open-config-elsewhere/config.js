export const port = Number(process.argv[2]);
