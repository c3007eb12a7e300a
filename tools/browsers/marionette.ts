import { connect } from "node:net";

interface Answer {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly command: string;
}

export interface Marionette {
  /** Sends one WebDriver or Marionette command. Throws what the browser answers as an error. */
  send<Result>(command: string, parameters?: object): Promise<Result>;
  disconnect(): void;
}

/**
 * Speaks Firefox's Marionette protocol: over TCP, each message is its length in bytes, a colon, and JSON.
 * A command is `[0, id, name, parameters]`, an answer `[1, id, error, value]`. Throws where nobody answers at the port.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, Answer>();
  let received = Buffer.alloc(0);
  let nextId = 0;
  let greeted: () => void;
  let refused: (error: Error) => void;
  const greeting = new Promise<void>((resolve, reject) => {
    greeted = resolve;
    refused = reject;
  });

  const handle = (message: unknown): void => {
    if (!Array.isArray(message)) return greeted(); // The first message says only which protocol is spoken.
    const [, id, error, value] = message as [1, number, { error: string; message: string } | null, unknown];
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error !== null) answer?.reject(new Error(`${answer.command}: ${error.error}: ${error.message}`));
    else answer?.resolve(isWrapped(value) ? value.value : value);
  };

  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (received.length < end) return;
      handle(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
  const fail = (error: Error): void => {
    refused(error);
    for (const answer of waiting.values()) answer.reject(error);
    waiting.clear();
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("Firefox closed the connection")));
  await greeting;

  return {
    send: <Result>(command: string, parameters: object = {}) =>
      new Promise<Result>((resolve, reject) => {
        nextId += 1;
        waiting.set(nextId, { resolve: resolve as (value: unknown) => void, reject, command });
        const message = Buffer.from(JSON.stringify([0, nextId, command, parameters]));
        socket.write(`${message.length}:`);
        socket.write(message);
      }),
    disconnect: () => {
      socket.destroy();
    },
  };
}

function isWrapped(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && "value" in value;
}
