/** What loads a module for what it exports, so that everything at its top runs wherever that happens. */

/** Makes the handler of a cloud function out of an application, by the path of what is called. */
const serverless: readonly string[] = [
  "serverless-http",
  "aws-serverless-express.proxy",
  "aws-serverless-express.createServer",
  "@vendia/serverless-express",
  "@vendia/serverless-express.configure",
  "@codegenie/serverless-express",
  "@codegenie/serverless-express.configure",
  "aws-lambda-fastify",
  "@fastify/aws-lambda",
  "aws-serverless-koa",
  "azure-function-express.createHandler",
  "azure-aws-serverless-express.proxy",
  "hono/aws-lambda.handle",
  "hono/aws-lambda.streamHandle",
  "hono/lambda-edge.handle",
  "hono/vercel.handle",
  "hono/netlify.handle",
  "firebase-functions.https.onRequest",
  "firebase-functions/https.onRequest",
  "firebase-functions/v1.https.onRequest",
  "firebase-functions/v2.https.onRequest",
  "firebase-functions/v2/https.onRequest",
  "@h4ad/serverless-adapter.ServerlessAdapter.new",
];

/** A framework that loads files of some names by itself, in development again after every change. */
export interface Loader {
  name: string;
  /** One of these is among the package's dependencies. */
  packages: readonly string[];
  /** The path of such a file below the package's folder, or below any other. */
  path: RegExp;
  /** Files that answer requests, which are loaded for the first one: anywhere below a folder, those of some names. */
  routes?: readonly { below: string; name: RegExp }[];
  /** The exports that the framework calls as soon as it has loaded the file. */
  calls: readonly string[];
  /** Names for directories of the package that it has without being told, in the order in which they are tried. */
  aliases?: Readonly<Record<string, readonly string[]>>;
}

export const loaders: readonly Loader[] = [
  {
    name: "SvelteKit",
    packages: ["@sveltejs/kit"],
    path: /(?:^|\/)src\/hooks(?:\.server)?(?:\/index)?\.[cm]?[jt]s$/,
    routes: [{ below: "routes", name: /^\+(?:server|page\.server|layout\.server)\.[jt]s$/ }],
    calls: ["init"],
    aliases: { $lib: ["src/lib"] },
  },
  {
    name: "Next.js",
    packages: ["next"],
    path: /(?:^|\/)instrumentation\.[jt]s$/,
    routes: [
      { below: "pages/api", name: /\.[jt]sx?$/ },
      { below: "app", name: /^route\.[jt]sx?$/ },
    ],
    calls: ["register"],
  },
  {
    name: "Nuxt",
    packages: ["nuxt", "nuxt3"],
    path: /(?:^|\/)server\/plugins\/(?:[^/]+|[^/]+\/index)\.[cm]?[jt]s$/,
    calls: ["default"],
    aliases: { "~": ["app", "."], "@": ["app", "."], "~~": ["."], "@@": ["."] },
  },
  {
    name: "Nitro",
    packages: ["nitro", "nitropack", "nitro-nightly", "nitropack-nightly"],
    path: /(?:^|\/)plugins\/(?:[^/]+|[^/]+\/index)\.[cm]?[jt]s$/,
    calls: ["default"],
  },
];

/** Whether a framework loads the file at a path, written with `/`. */
export function isLoaded({ path: usual, routes = [] }: Loader, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return usual.test(path) || routes.some((each) => `/${path}`.includes(`/${each.below}/`) && each.name.test(name));
}

const adapters: ReadonlySet<string> = new Set(serverless);

/** Whether what is called at a path, such as `serverless-http`, makes a serverless handler. */
export function makesHandler(path: string): boolean {
  return adapters.has(path.replace(/\.default$/, ""));
}

/** Their modules, for a first look at a text. */
const modules = new Set(serverless.map((each) => /^(?:@[^/]+\/)?[^.]+/.exec(each)?.[0] ?? each));
export const handlerModules = new RegExp(`["'\`](?:${[...modules].join("|")})["'\`]`);
