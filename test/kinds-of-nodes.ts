/** What extension code asks whether it was given one. Node has neither. */
Object.assign(globalThis, {
  Document: class Document extends EventTarget {},
  HTMLFormElement: class HTMLFormElement extends EventTarget {},
});
