import { render } from "preact";
import { createOutbox } from "../calls/outbox.ts";
import { declareLanguage } from "../locale/message.ts";
import { Database } from "../store/database.ts";
import { App } from "./app.tsx";

declareLanguage();
render(<App database={new Database()} outbox={createOutbox(new AbortController().signal)} />, document.body);
