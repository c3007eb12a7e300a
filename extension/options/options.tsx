import { render } from "preact";
import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import { Database } from "../store/database.ts";
import { App } from "./app.tsx";

document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = browser.i18n.getMessage("@@bidi_dir");
document.title = message("optionsTitle");
render(<App database={new Database()} />, document.body);
