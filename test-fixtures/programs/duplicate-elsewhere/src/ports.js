export const INTAKE = 7300;
export const TRACE = 7301;
