import { watchLeaving } from "../../dom/page/page-left.ts";
import { overlayPart } from "./offer.ts";
import { createOverlay } from "./overlay.tsx";

watchLeaving();
overlayPart.offer(createOverlay);
