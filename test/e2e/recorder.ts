import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that writes down everything that a browser asks for, and lets it reach nothing but this machine. */
export interface Recorder {
  readonly port: number;
  /** Each request so far: its method and its address; of an encrypted one, the host and its port. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const requests: string[] = [];
  const server = createServer((asked, answer) => {
    requests.push(`${asked.method} ${asked.url}`);
    const url = URL.canParse(asked.url ?? "") ? new URL(asked.url ?? "") : null;
    if (url === null || !["localhost", "127.0.0.1"].includes(url.hostname)) {
      answer.writeHead(502).end();
      return;
    }
    const passedOn = request(url, { method: asked.method, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passedOn.on("error", () => answer.destroy());
    asked.pipe(passedOn);
  });
  server.on("connect", ({ url }, socket) => {
    requests.push(`CONNECT ${url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
