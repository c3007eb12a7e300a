import browser from "webextension-polyfill";
import { Database } from "../store/database.ts";
import { createNameNoteWriter } from "../store/name-note-writer.ts";
import { createLibraryWriter } from "../store/library-writer.ts";
import { createUndo } from "../store/undo.ts";
import { createWriter } from "../store/writer.ts";
import { BACKGROUND_CALLS, type BackgroundCalls } from "../calls/background-calls.ts";
import type { Handlers } from "../calls/entry.ts";
import { serve } from "../calls/serve.ts";
import { answersOnAnnotations } from "./answers/annotations.ts";
import { answersOnCorrections } from "./answers/corrections.ts";
import { answersOnNames } from "./answers/names.ts";
import { answersOnLibrary } from "./answers/library.ts";
import { answersOnPages } from "./answers/pages.ts";
import { answersOnSettings } from "./answers/settings.ts";
import { keepHandoverKey, keepStorage, tidyAtStart } from "./browser-start.ts";
import { listenToAddressBar } from "./library-entrances.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import { injectDetectors } from "./inject.ts";
import { ownerLabels } from "../store/owners.ts";
import { publishHighlightedSites } from "./highlighted-sites.ts";
import { mayStore } from "./private.ts";
import { changeOf, createSave, saveLeftBehind } from "./save.ts";
import { told } from "./tell-readers.ts";

// The browser ends the background when it is idle and starts it anew for the next event: every listener is registered
// right here, at once, and nothing that matters is kept in variables.
const database = new Database();
const writer = createWriter(database);
const nameNotes = createNameNoteWriter(database);
const save = createSave(writer, nameNotes);
const answers: Handlers<BackgroundCalls> = {
  save: async (asked, sender) => told(await save(asked, false), changeOf, sender),
  ...answersOnPages(database),
  ...answersOnAnnotations(database, writer, createUndo(database)),
  ...answersOnNames(database, nameNotes),
  ...answersOnCorrections(database, writer),
  ...answersOnSettings(database, writer),
  ...answersOnLibrary(createLibraryWriter(database)),
};
serve(BACKGROUND_CALLS, answers, false, mayStore, ownerLabels);
tidyAtStart(database, publishHighlightedSites(database));
keepHandoverKey();
saveLeftBehind(save);
listenToShortcuts();
listenToAddressBar();
browser.runtime.onInstalled.addListener(() => {
  void keepStorage();
  void injectDetectors();
});
