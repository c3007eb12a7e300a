import { callBackground } from "../../../extension/calls/call.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { changedIn, madeAs } from "../../../src/annotation/unsaved.ts";
import { draftOf } from "../../records.ts";
import type { Random } from "../random.ts";
import { runIn } from "./clock.ts";
import { createWorld, type Page, type World } from "./world.ts";

/** What was done to the note last, by the record's revisions: the text and the tags that it left. */
interface Done {
  readonly revision: number;
  readonly note: string;
  readonly tags: string;
}

/**
 * Two editors of one note: one types, the other sets tags and types too, and what they do is undone and done again in
 * between. In the end, the note is what the last of them left, whole, and the tags are what the last of them left.
 */
export async function runTwoEditors(random: Random): Promise<string[]> {
  const world = createWorld(random);
  try {
    return await edit(world, random);
  } finally {
    await world.stop();
  }
}

async function edit(world: World, random: Random): Promise<string[]> {
  const draft = draftOf("the piles");
  const pages = [world.open(), world.open()] as const;
  const done: Done[] = [];
  const note = ({ revision, body }: Pick<Annotation, "revision" | "body">): void => {
    done.push({ revision, note: body.note, tags: body.tags.join() });
  };
  const written = new Set([""]);
  for (const page of pages) {
    page.outbox.watch((event) => {
      if (event.kind === "sent" && event.result.ok) note(event.result.value as Annotation);
    });
  }
  runIn(pages[0].process, () => pages[0].outbox.put(madeAs(draft), "at-once"));
  await world.clock.pass(500);
  const stays = new Map<Page, string>(pages.map((page) => [page, crypto.randomUUID()]));
  const steps = random.between(8, 30);
  for (let step = 0; step < steps; step += 1) {
    const page = random.pick(pages);
    if (random.chance(0.1)) stays.set(page, crypto.randomUUID());
    if (random.chance(0.25)) await move(world, random, draft.id, note);
    else {
      const text = random.word(random.between(1, 8));
      written.add(text);
      const changes = random.chance(0.3) ? { tags: [text] } : { note: text };
      runIn(page.process, () => page.outbox.put(changedIn(draft.id, changes, stays.get(page)), "after-rest"));
    }
    if (random.chance(0.1)) world.endBackground();
    await world.clock.pass(random.pick([5, 100, 500, 2_500]));
  }
  await world.settle();

  const stored = await world.database().annotations.get(draft.id);
  if (stored === undefined) return ["the highlight is gone"];
  const wrong: string[] = [];
  const last = done.toSorted((a, b) => a.revision - b.revision).at(-1);
  const unsaved = pages.flatMap(({ outbox }) => outbox.all());
  if (unsaved.length > 0) wrong.push(`${unsaved.length} changes were never saved`);
  if (last?.revision !== stored.revision) wrong.push(`revision ${stored.revision} is stored, nobody heard of it`);
  if (last?.note !== stored.body.note || last.tags !== stored.body.tags.join()) {
    wrong.push(`“${stored.body.note}” is stored, the last to write left “${last?.note}”`);
  }
  if (!written.has(stored.body.note)) wrong.push(`“${stored.body.note}” was never written`);
  return wrong;
}

/** Goes back or forth through what was done, as a shortcut does. */
async function move(world: World, random: Random, id: string, note: (stored: Annotation) => void): Promise<void> {
  const direction = random.chance(0.6) ? "undo" : "redo";
  const process = { isAlive: true };
  const moving = runIn(process, async () => {
    const history = await callBackground("readHistory", { pages: [] });
    const number = history.ok ? history.value[direction]?.number : undefined;
    // Not the making of the highlight: an editor on what is gone is closed.
    if (number === undefined || (history.ok && history.value[direction]?.kind === "create")) return;
    await callBackground("moveOverStep", { number, direction });
    const stored = await world.database().annotations.get(id);
    if (stored !== undefined) note(stored);
  });
  await world.clock.pass(400);
  await moving;
}
