import type { SiteMode } from "../../../src/annotation/records/site-settings.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const NAMES: Record<SiteMode, MessageKey> = {
  auto: "siteModeAuto",
  always: "siteModeAlways",
  never: "siteModeNever",
};

/** On which of a site's pages names are highlighted: "In articles". */
export const siteModeName = (mode: SiteMode): string => message(NAMES[mode]);
