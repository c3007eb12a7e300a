import { render } from "preact";
import { declareLanguage, message } from "../locale/message.ts";
import { Database } from "../store/database.ts";
import { keepSyncCompany } from "../views/sync-company.ts";
import { App } from "./app.tsx";

declareLanguage();
document.title = message("optionsTitle");
const database = new Database();
void keepSyncCompany(database);
render(<App database={database} />, document.body);
