import type { Noted } from "../../../src/annotation/records/name-note.ts";
import { changedIn, madeAs, type Unsaved } from "../../../src/annotation/unsaved.ts";
import { draftOf, originOn } from "../../records.ts";
import type { Random } from "../random.ts";
import { runIn } from "./clock.ts";
import type { Page, World } from "./world.ts";

/** What is known of one note: all that was typed in it, and how far that had come when. */
interface Entry {
  readonly id: string;
  readonly isOnName: boolean;
  readonly page: Page;
  /** Every text that stood in it, in turn. */
  readonly texts: string[];
  /** The last text that was said to be saved, by its place among `texts`; -1 before the first. */
  acknowledged: number;
  /** The last text that must outlive whatever happens: all that was typed a moment ago, where there was room to keep it. */
  promised: number;
}

/** Writes notes at random, and knows what must be left of them. Each note is written in one page. */
export interface Ledger {
  /** Writes a letter or some in one of the open pages. */
  write(): void;
  /** A moment has passed: from now on, what was written must not be lost any more. */
  look(): void;
  /** What is missing, in words; empty where all is well. To be called when everything is at rest. */
  missing(): Promise<string[]>;
  /** The notes that are not saved and of which nobody was told, by their ids. */
  unsaid(): string[];
}

export function createLedger(world: World, random: Random): Ledger {
  const entries = new Map<string, Entry>();
  const watched = new Set<Page>();
  const changesOf = ({ id, isOnName, texts }: Entry): Unsaved => {
    const changes = { note: texts.at(-1) ?? "" };
    if (!isOnName) return changedIn(id, changes);
    return { kind: "name-note", id, subject: { kind: "person", name: "Edvard Moen" }, origin: originOn(), changes };
  };
  const begin = (page: Page): Entry => {
    const draft = draftOf(`the piles ${entries.size}`);
    const isOnName = random.chance(0.4);
    const entry: Entry = { id: draft.id, isOnName, page, texts: [], acknowledged: -1, promised: -1 };
    entries.set(entry.id, entry);
    if (!isOnName) runIn(page.process, () => page.outbox.put(madeAs(draft), "at-once"));
    return entry;
  };
  const watch = (page: Page): void => {
    if (watched.has(page)) return;
    watched.add(page);
    page.outbox.watch((event) => {
      if (event.kind !== "sent" || !event.result.ok) return;
      const entry = entries.get(event.unsaved.id);
      const place = entry?.texts.indexOf(event.unsaved.changes.note ?? "") ?? -1;
      if (entry !== undefined) entry.acknowledged = Math.max(entry.acknowledged, place);
    });
  };
  const storedOf = async ({ id, isOnName }: Entry): Promise<Noted | undefined> =>
    isOnName ? world.database().subjectNotes.get(id) : world.database().annotations.get(id);

  return {
    write() {
      const page = random.pick([...world.pages]);
      watch(page);
      const own = [...entries.values()].filter((entry) => entry.page === page);
      const entry = own.length > 0 && random.chance(0.7) ? random.pick(own) : begin(page);
      entry.texts.push(`${entry.texts.at(-1) ?? ""}${random.word(random.between(1, 3))}`);
      runIn(page.process, () => page.outbox.put(changesOf(entry), random.chance(0.2) ? "at-once" : "after-rest"));
    },
    look() {
      if (world.machine.isFull) return;
      for (const entry of entries.values()) if (entry.page.process.isAlive) entry.promised = entry.texts.length - 1;
    },
    async missing() {
      const lines: string[] = [];
      for (const entry of entries.values()) {
        const found = (await storedOf(entry))?.body.note;
        const place = found === undefined ? -1 : entry.texts.indexOf(found);
        const last = entry.texts.length - 1;
        const least = entry.page.process.isAlive ? last : Math.max(entry.acknowledged, entry.promised);
        const isOfUs = place >= 0 || found === undefined || found === "";
        if (place >= least && isOfUs) continue;
        const what = entry.isOnName ? "a note on a name" : "a highlight's note";
        lines.push(`${what}: “${found}” is stored, where at least “${entry.texts[least]}” must be`);
      }
      return lines;
    },
    unsaid: () =>
      [...entries.values()].flatMap(({ id, page }) =>
        page.process.isAlive && page.outbox.unsavedOf(id) !== null && page.outbox.failureOf(id) === null ? [id] : [],
      ),
  };
}
