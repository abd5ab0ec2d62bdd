export const STATUS = 9100;
