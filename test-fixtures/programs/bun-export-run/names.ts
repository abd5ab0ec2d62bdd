export const names = ["Ada", "Grace"];
