import { render } from "preact";
import { declareLanguage, message } from "../locale/message.ts";
import { Database } from "../store/database.ts";
import { App } from "./app.tsx";

declareLanguage();
document.title = message("optionsTitle");
render(<App database={new Database()} />, document.body);
