/** How much text or how many bytes are gathered before they leave this page's memory for the browser's. */
const GATHERED = 1_000_000;

/** A file that grows: what was written is handed to the browser, which may keep it on the disk. */
export class Pieces {
  readonly #blobs: Blob[] = [];
  #waiting: BlobPart[] = [];
  #size = 0;

  text(text: string): void {
    this.#add(text, text.length);
  }

  bytes(bytes: Uint8Array<ArrayBufferLike>): void {
    // A copy: the array may be a view of one that is written to again.
    this.#add(new Uint8Array(bytes), bytes.length);
  }

  /** All of it as one file. */
  blob(type: string): Blob {
    this.#flush();
    return new Blob(this.#blobs, { type });
  }

  #add(part: BlobPart, size: number): void {
    this.#waiting.push(part);
    this.#size += size;
    if (this.#size >= GATHERED) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length > 0) this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#size = 0;
  }
}
