import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import serve from "express-pouchdb";
import memory from "pouchdb-adapter-memory";
import pouch from "pouchdb-core";
import mapreduce from "pouchdb-mapreduce";

/** What a server in trouble answers in the place of its own answer; `null` where it answers as ever. */
export type Trouble = (request: IncomingMessage) => { readonly status: number; readonly body: string } | null;

export interface Couch {
  /** Its address, without a slash at its end. */
  readonly address: string;
  /** Has it answer in another way from now on, or as ever again. */
  trouble(answer: Trouble | null): void;
  /** Holds every answer back for so many milliseconds. */
  delay(time: number): void;
  /** Asks it by itself, with the right password. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Every address that was asked for, with its method. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const stored = pouch.plugin(memory).plugin(mapreduce);

export const USER = "ada";
export const PASSWORD = "harbour-7";

/**
 * A database server that speaks as CouchDB does: PouchDB's own, in memory, on this machine, with a password.
 *
 * @param port the same again, where a server is to come back; 0 for any.
 */
export async function startCouch(port = 0): Promise<Couch> {
  // A prefix of its own: databases in memory are shared by all servers of a process.
  const stores = stored.defaults({ adapter: "memory", prefix: `${crypto.randomUUID()}-` });
  const include = ["db", "root", "bulk-docs", "all-docs", "changes", "documents"].map((name) => `routes/${name}`);
  const answer = serve(stores, { mode: "custom", inMemoryConfig: true, overrideMode: { include } });
  const asked: string[] = [];
  let trouble: Trouble | null = null;
  let wait = 0;
  const app = express();
  app.use((request, response, next) => {
    asked.push(`${request.method} ${request.url}`);
    const wrong = trouble?.(request) ?? (isKnown(request) ? null : { status: 401, body: '{"error":"unauthorized"}' });
    setTimeout(() => (wrong === null ? next() : refuse(response, wrong)), wait);
  });
  app.use(answer);
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    trouble: (next) => (trouble = next),
    delay: (time) => (wait = time),
    asked,
    ask: async (method, path, body) => {
      const headers = { "Content-Type": "application/json", Authorization: AUTHORIZATION };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return (await fetch(`${address}${path}`, { method, headers, ...sent })).json();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const AUTHORIZATION = `Basic ${btoa(`${USER}:${PASSWORD}`)}`;
const isKnown = ({ headers }: IncomingMessage): boolean => headers.authorization === AUTHORIZATION;

function refuse(response: ServerResponse, { status, body }: { readonly status: number; readonly body: string }): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body);
}
