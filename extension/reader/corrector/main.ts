import { applyCorrections } from "../../../src/corrections/apply.ts";
import { correctorPart } from "./offer.ts";

correctorPart.offer(applyCorrections);
