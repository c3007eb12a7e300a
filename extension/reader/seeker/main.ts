import { anchorAll } from "../../../src/annotation/anchoring/all.ts";
import { describe } from "../../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../../src/annotation/anchoring/text-index.ts";
import { seekerPart } from "./offer.ts";

seekerPart.offer({ anchorAll, createTextIndex, describe });
