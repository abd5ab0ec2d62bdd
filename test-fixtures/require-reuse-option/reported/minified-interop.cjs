"use strict";var g=Object.getOwnPropertyNames,s=(e,t,r)=>(r=e!=null?Object.create(Object.getPrototypeOf(e)):{},t||!e||!e.__esModule?Object.defineProperty(r,"default",{value:e,enumerable:!0}):r);
var i=s(require("node:http"));
var n=require("node:net"),o=function(e){return e&&e.__esModule?e:{default:e}}(n);
exports.http=(e)=>i.default.createServer().listen(e);
//                                         ^^^^^^ require-reuse-option noPolicy
exports.net=(e)=>o.default.createServer().listen(e);
//                                        ^^^^^^ require-reuse-option noPolicy
