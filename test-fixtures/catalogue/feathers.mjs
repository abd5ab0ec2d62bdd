import feathersExpress from "@feathersjs/express";
import { feathers } from "@feathersjs/feathers";

const app = feathersExpress(feathers());
app.listen(4610, (error) => {
//  ^^^^^^ require-reuse-option noPolicy
  if (error) throw error;
});
