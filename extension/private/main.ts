import { startFrame } from "./frame.tsx";
import { pristineKey } from "./markup.ts";

// Whatever the page may have put in the frame's place: nothing is done in it.
const key = pristineKey();
if (key !== null) {
  startFrame(key);
  // The background looks here whether it did.
  Reflect.set(globalThis, Symbol.for("sourceline.frame"), key);
}
