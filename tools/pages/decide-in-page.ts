// What the detector does on every page, as one script to evaluate in a page. Leaves the decision as its value.
import { readSignals } from "../../extension/dom/article/signals.ts";
import { detect } from "../../src/article/detection/detect.ts";

const signals = readSignals(document, location.href);
Reflect.set(globalThis, "sourcelineSignals", signals);
Reflect.set(globalThis, "sourcelineDecision", detect(signals));
