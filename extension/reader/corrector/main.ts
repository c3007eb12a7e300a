import { applyCorrections } from "../../../src/corrections/apply.ts";
import { offerCorrector } from "./offer.ts";

offerCorrector(applyCorrections);
