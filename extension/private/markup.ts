import browser from "webextension-polyfill";
import { KEY_ATTRIBUTE } from "./key-attribute.ts";

/** Where scripts run, what is in there is one text; where they don't, an element. */
const WITHOUT_SCRIPTS = "<noscript><i></i></noscript>";
const INSIDE = `<head><meta charset="utf-8"></head><body>${WITHOUT_SCRIPTS}</body>`;

/** The document that a private frame begins as: nothing but its key. */
export const markupOf = (key: string): string => `<!doctype html><html ${KEY_ATTRIBUTE}="${key}">${INSIDE}</html>`;

/** Whether the browser says truly whether a document runs scripts: Chromium says yes wherever an extension's own asks. */
const tellsScripting = "getFrameId" in browser.runtime;

/**
 * Whether this script stands in a document in which nobody else can: one without an origin, where no script of a page
 * runs. A page that comes by the frame's element can load something else into it, at any time.
 */
export function isSealed(): boolean {
  const mayRunScripts = tellsScripting && !matchMedia("(scripting: none)").matches;
  return self.origin === "null" && location.href === "about:srcdoc" && !mayRunScripts;
}

/** The key of the private frame that this script stands in, as it was made and not touched since; `null` elsewhere. */
export function pristineKey(): string | null {
  const { documentElement: root } = document;
  const isOurs =
    isSealed() &&
    document.querySelector("noscript")?.firstElementChild?.localName === "i" &&
    root.attributes.length === 1 &&
    root.getHTML() === INSIDE;
  return isOurs ? root.getAttribute(KEY_ATTRIBUTE) : null;
}
