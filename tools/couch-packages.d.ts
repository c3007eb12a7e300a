/** The parts of the test's database server that are used; the packages have no types of their own. */
declare module "express" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  interface Application extends RequestListener {
    use(handler: Handler): void;
  }
  export default function express(): Application;
}
declare module "pouchdb-core" {
  interface Pouch {
    plugin(plugin: unknown): Pouch;
    defaults(options: Readonly<Record<string, unknown>>): Pouch;
  }
  const pouch: Pouch;
  export default pouch;
}
declare module "pouchdb-adapter-memory";
declare module "pouchdb-mapreduce";
declare module "express-pouchdb" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  export default function serve(
    pouch: unknown,
    options: Readonly<Record<string, unknown>>,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
