import { render } from "preact";
import { declareLanguage } from "../locale/own-page.ts";
import { watchForLeaving } from "../calls/unsent.ts";
import { Database } from "../store/database.ts";
import { App } from "./app.tsx";

declareLanguage();
// Before anything is typed: a popup that closes hears no listener that is added then.
watchForLeaving();
render(<App database={new Database()} />, document.body);
