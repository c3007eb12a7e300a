import { render } from "preact";
import { createOutbox } from "../calls/outbox.ts";
import { declareLanguage, message } from "../locale/message.ts";
import { createSearch } from "../search/client.ts";
import { Database } from "../store/database.ts";
import { keepSyncCompany } from "../views/sync-company.ts";
import { App } from "./app.tsx";

declareLanguage();
document.title = message("libraryTitle");
const outbox = createOutbox(new AbortController().signal);
const database = new Database();
void keepSyncCompany(database);
render(<App database={database} outbox={outbox} search={createSearch()} />, document.body);
