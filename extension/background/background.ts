import browser from "webextension-polyfill";
import { Database } from "../store/database.ts";
import { createNameNoteWriter } from "../store/name-note-writer.ts";
import { createLibraryWriter } from "../store/library-writer.ts";
import { guarded } from "../store/records.ts";
import { createUndo } from "../store/undo.ts";
import { createWriter } from "../store/writer.ts";
import { success } from "../../src/result.ts";
import { BACKGROUND_CALLS, type BackgroundCalls } from "../calls/background-calls.ts";
import type { Handlers } from "../calls/entry.ts";
import { takeQuestions } from "../calls/question.ts";
import { serve } from "../calls/serve.ts";
import { answersOnAnnotations } from "./answers/annotations.ts";
import { answersOnCorrections } from "./answers/corrections.ts";
import { answersOnFrames } from "./answers/frames.ts";
import { answersOnNames } from "./answers/names.ts";
import { answersOnLibrary } from "./answers/library.ts";
import { answersOnPages } from "./answers/pages.ts";
import { answersOnSync } from "./answers/sync.ts";
import { answersOnSettings } from "./answers/settings.ts";
import { keepStorage, tidyAtStart } from "./browser-start.ts";
import { listenToAddressBar } from "./library-entrances.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import { goOnInOpenPages } from "./inject.ts";
import { ownerLabels } from "../store/owners.ts";
import { publishHighlightedSites } from "./highlighted-sites.ts";
import { backUpIfDue } from "./scheduled-backup.ts";
import { mayStore } from "./private.ts";
import { startSync } from "./sync.ts";
import { welcome } from "./welcome.ts";
import { changeOf, createSave, saveLeftBehind } from "./save.ts";
import { createSeals } from "./seals.ts";
import { told } from "./tell-readers.ts";
import { answerFor } from "./without-note.ts";

// The browser ends the background when it is idle and starts it anew for the next event: every listener is registered
// right here, at once, and nothing that matters is kept in variables.
const database = new Database();
const writer = createWriter(database);
const nameNotes = createNameNoteWriter(database);
const save = createSave(writer, nameNotes);
const seals = createSeals();
const leftBehind = saveLeftBehind(save, seals);
const answers: Handlers<BackgroundCalls> = {
  save: async (asked, sender) => answerFor(told(await save(asked, false), changeOf, sender), sender),
  takeSeal: (_nothing, sender) => guarded(async () => success(await seals.giveTo(sender))),
  ...answersOnPages(database, takeQuestions()),
  ...answersOnFrames(database, leftBehind),
  ...answersOnAnnotations(database, writer, createUndo(database)),
  ...answersOnNames(nameNotes),
  ...answersOnCorrections(database, writer),
  ...answersOnSettings(database, writer),
  ...answersOnLibrary(database, createLibraryWriter(database)),
  ...answersOnSync(database, startSync(database)),
};
serve(BACKGROUND_CALLS, answers, false, mayStore, ownerLabels);
void backUpIfDue(database, new Date());
tidyAtStart(database, publishHighlightedSites(database));
listenToShortcuts();
listenToAddressBar();
browser.runtime.onInstalled.addListener(({ reason }) => {
  // Not after an update, of the extension or of the browser.
  if (reason === "install") void welcome();
  void keepStorage();
  void goOnInOpenPages();
});
