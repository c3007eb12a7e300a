import browser from "webextension-polyfill";
import { Database } from "../store/database.ts";
import { createSubjectWriter } from "../store/name-note-writer.ts";
import { createUndo } from "../store/undo.ts";
import { createWriter } from "../store/writer.ts";
import { tidyAtStart } from "./browser-start.ts";
import { listenToCommands } from "./commands.ts";
import { serveCalls } from "./handlers.ts";
import { injectDetectors } from "./inject.ts";
import { publishMarkedSites } from "./marked-sites.ts";
import { keepStorage } from "./persistence.ts";
import { takeUpUnsent } from "./take-up-unsent.ts";

// The browser ends the background when it is idle and starts it anew for the next event: every listener is registered
// right here, at once, and nothing that matters is kept in variables.
const database = new Database();
const writer = createWriter(database);
const subjects = createSubjectWriter(database);
serveCalls(database, writer, subjects, createUndo(database));
tidyAtStart(database, publishMarkedSites(database));
takeUpUnsent(database, writer, subjects);
listenToCommands();
browser.runtime.onInstalled.addListener(() => {
  void keepStorage();
  void injectDetectors();
});
