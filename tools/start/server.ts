import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";

export interface Site {
  /** Such as `http://localhost:1234`, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/**
 * Serves a folder on this machine only, on a free port.
 *
 * @param pages pages beside the folder's: their text by path, such as `/article.html`.
 * @param headers sent with every answer.
 */
export async function serveFolder(
  folder: string,
  pages: ReadonlyMap<string, string> = new Map(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      const name = path.endsWith("/") ? `${path}index.html` : path;
      // `normalize` keeps a path with ".." inside the folder.
      const content = pages.get(name) ?? readFileSync(join(folder, normalize(`/${name}`)));
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", ...headers });
      response.end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("There is no such page.");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
