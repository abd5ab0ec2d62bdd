import express from "express";

express().listen(process.env.PORT);
//        ^^^^^^ require-reuse-option noPolicy
