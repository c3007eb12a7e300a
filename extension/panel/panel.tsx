import { render } from "preact";
import { createOutbox } from "../calls/outbox.ts";
import { declareLanguage } from "../locale/message.ts";
import { Database } from "../store/database.ts";
import { keepSyncCompany } from "../views/sync-company.ts";
import { App } from "./app.tsx";

declareLanguage();
const database = new Database();
void keepSyncCompany(database);
render(<App database={database} outbox={createOutbox(new AbortController().signal)} />, document.body);
