import "./dispatcher.js";

export const page = () => fetch("http://10.0.0.1:8080/");
// hover fetch shows Opens no socket of its own
