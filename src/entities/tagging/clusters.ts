import type { ByteReader } from "./byte-reader.ts";
import { mix } from "./hash.ts";

/** A word, by the hash of its lower case, and its cluster: a number from 1 on. */
export interface ClusterEntry {
  readonly hash: number;
  readonly cluster: number;
}

/** Words are told apart by 24 bits of a hash: the upper 16 are their bucket, the lower 8 stand in the table. */
export const BUCKETS = 1 << 16;

/** The 24 bits by which a word is known. FNV's own upper bits say too little of short words. */
export function clusterKey(lowerHash: number): number {
  return mix(lowerHash, 0x51ed) >>> 8;
}

/**
 * Which of a thousand clusters a word belongs to: words that stand in like company, such as countries or given names of
 * one language, have one in common. Of words that are not listed, one in fifty is taken for one that is.
 */
export class WordClusters {
  /** For each bucket its first entry, and one more for the end. */
  readonly #starts: Uint32Array;
  readonly #lowBytes: Uint8Array;
  readonly #clusters: Uint16Array;
  /** For each cluster the broader one that most of its words belong to. */
  readonly #broad: Uint8Array;

  private constructor(starts: Uint32Array, lowBytes: Uint8Array, clusters: Uint16Array, broad: Uint8Array) {
    this.#starts = starts;
    this.#lowBytes = lowBytes;
    this.#clusters = clusters;
    this.#broad = broad;
  }

  /** Reads the table: how many clusters, the broader cluster of each, the sizes of all buckets, then the entries. */
  static read(reader: ByteReader): WordClusters {
    const broad = reader.take(reader.uint16());
    const starts = new Uint32Array(BUCKETS + 1);
    const sizes = reader.take(BUCKETS);
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      starts[bucket + 1] = (starts[bucket] as number) + (sizes[bucket] as number);
    }
    const count = starts[BUCKETS] as number;
    const lowBytes = reader.take(count);
    const low = reader.take(count);
    const high = reader.take((count + 3) >> 2);
    const clusters = Uint16Array.from(
      low,
      (byte, at) => byte | ((((high[at >> 2] as number) >> (2 * (at & 3))) & 3) << 8),
    );
    return new WordClusters(starts, lowBytes, clusters, broad);
  }

  /** The cluster of a word by the hash of its lower case: from 1 on, 0 where it is unknown. */
  clusterOf(lowerHash: number): number {
    const key = clusterKey(lowerHash);
    const end = this.#starts[(key >>> 8) + 1] as number;
    for (let at = this.#starts[key >>> 8] as number; at < end; at += 1) {
      if (this.#lowBytes[at] === (key & 255)) return (this.#clusters[at] as number) + 1;
    }
    return 0;
  }

  /** The broader cluster that most words of a cluster belong to: from 1 on, 0 for none. */
  broadOf(cluster: number): number {
    return cluster === 0 ? 0 : (this.#broad[cluster - 1] as number) + 1;
  }
}
