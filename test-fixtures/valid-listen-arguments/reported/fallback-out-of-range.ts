import express from "express";

const port = process.env.PORT || 100000;
express().listen(port, () => console.log(port));
//               ^^^^ valid-listen-arguments fallback
