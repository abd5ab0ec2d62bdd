export const PORT = Number(process.env.PORT) || 7000;
export default { status: 7001 };
