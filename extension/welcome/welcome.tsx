import { render } from "preact";
import { declareLanguage, message } from "../locale/message.ts";
import { App } from "./app.tsx";
import { isAfterInstalling } from "./place.ts";

declareLanguage();
const isNew = isAfterInstalling(location.hash);
document.title = message(isNew ? "welcomeTitle" : "helpTitle");
render(<App isNew={isNew} />, document.body);
