import { offerOverlay } from "./offer.ts";
import { createOverlay } from "./overlay.tsx";

offerOverlay(createOverlay);
