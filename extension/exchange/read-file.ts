import { Unzip, UnzipInflate } from "fflate";
import type { FileProblem } from "../../src/exchange/backup.ts";
import { openImport, type ImportSink } from "../../src/exchange/import/open-import.ts";
import type { TextReader } from "../../src/exchange/import/reader.ts";
import { ownerLabels } from "../store/owners.ts";
import type { Progress } from "./export.ts";

/** How a file begins that is packed with gzip (RFC 1952) or is a zip archive (APPNOTE 4.3.7). */
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The beginning of a text by which its kind is told, in UTF-16 code units. */
const HEAD = 1_000;

/**
 * Reads a file from whichever program, piece by piece, and hands what it holds to the sink. Gives what is wrong with the
 * file as a whole, or `null`.
 *
 * @param settle is waited for between pieces: what the sink has gathered may be dealt with before more is read.
 * @throws `AbortError` where the signal ends it; `NotReadableError` where the browser can't read the file.
 */
export async function readFile(
  file: File,
  sink: ImportSink,
  settle: () => Promise<void>,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<FileProblem | null> {
  const now = new Date();
  const importing = openImport(
    sink,
    { fallback: new Date(Math.min(file.lastModified, now.getTime())).toISOString(), ownerLabels },
    now.toISOString(),
  );
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const beginsWith = (bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  const counted = countedBytes(file, signal, onProgress);
  let problem: FileProblem | null;
  if (beginsWith(ZIP)) problem = await readZip(counted, importing.open, settle);
  else {
    const plain = beginsWith(GZIP) ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
    problem = await readText(plain, (text) => importing.open(file.name, text), settle, beginsWith(GZIP));
  }
  const found = importing.end();
  return problem ?? (found === 0 && !beginsWith(GZIP) && beginsWith(ZIP) ? "unknown" : null);
}

/**
 * How many bytes are dealt with at a time, and read at a time: each reading is a way to the browser and back, and a file's
 * own stream gives pieces of megabytes, between which nothing is heard of it.
 */
const PIECE = 32_768;
const READ = 262_144;

/** The file's bytes, read when they are asked for, with a report of how many have been read. */
function countedBytes(file: File, signal: AbortSignal, onProgress: Progress): ReadableStream<Uint8Array<ArrayBuffer>> {
  let given = 0;
  let bytes = new Uint8Array(0);
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        signal.throwIfAborted();
        if (given >= file.size) return controller.close();
        if (at >= bytes.length) {
          bytes = new Uint8Array(await file.slice(given, given + READ).arrayBuffer());
          at = 0;
        }
        // A copy: whoever is given it may take its memory along.
        const piece = bytes.slice(at, at + PIECE);
        at += piece.length;
        given += piece.length;
        onProgress(given, file.size);
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}

async function readText(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  open: (head: string) => TextReader | null,
  settle: () => Promise<void>,
  isPacked: boolean,
): Promise<FileProblem | null> {
  const pieces = bytes.pipeThrough(new TextDecoderStream()).getReader();
  let reader: TextReader | null = null;
  let head = "";
  try {
    for (;;) {
      const { done, value } = await pieces.read();
      if (reader === null) {
        head += value ?? "";
        if (head.length < HEAD && !done) continue;
        reader = open(head);
        if (reader === null) return "unknown";
        const problem = head === "" ? null : reader.write(head);
        if (problem !== null) return problem;
      } else if (value !== undefined) {
        const problem = reader.write(value);
        if (problem !== null) return problem;
      }
      await settle();
      if (done) return reader.end();
    }
  } catch (error) {
    // What gzip can't unpack is an error of the stream's own.
    if (isPacked && error instanceof TypeError) return "damaged";
    throw error;
  } finally {
    await pieces.cancel().catch(() => undefined);
  }
}

async function readZip(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  open: (name: string, head: string) => TextReader | null,
  settle: () => Promise<void>,
): Promise<FileProblem | null> {
  let problem: FileProblem | null = null;
  const unzip = new Unzip((entry) => {
    const decoder = new TextDecoder();
    let reader: TextReader | null | undefined;
    entry.ondata = (error, data, isLast) => {
      if (error !== null || problem !== null) {
        problem ??= "damaged";
        return;
      }
      const text = decoder.decode(data, { stream: !isLast });
      if (reader === undefined && (text !== "" || isLast)) reader = open(entry.name, text.slice(0, HEAD));
      problem = reader?.write(text) ?? null;
      if (isLast && problem === null) problem = reader?.end() ?? null;
      // An archive holds more than what is imported: a file of another kind is passed over.
      if (problem === "unknown") problem = reader = null;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const pieces = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await pieces.read();
      try {
        unzip.push(value ?? new Uint8Array(0), done);
      } catch {
        return "damaged";
      }
      if (problem !== null) return problem;
      await settle();
      if (done) return null;
    }
  } finally {
    await pieces.cancel().catch(() => undefined);
  }
}
