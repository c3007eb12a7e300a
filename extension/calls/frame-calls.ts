import * as v from "valibot";
import { call, gives, OWN_PAGES } from "./entry.ts";
import { type FrameAsk, frameKey, type FrameNews } from "./frame-view.ts";

// The background has checked both by their schemas, which overlay and frame need not carry as well.
const checkedAsk = v.custom<FrameAsk>((ask) => typeof ask === "object" && ask !== null);
const checkedNews = v.custom<FrameNews>((news) => typeof news === "object" && news !== null);

/** Calls that the overlay on a page answers, for the background. */
export const OVERLAY_CALLS = {
  /** A private frame on the page has something to tell. */
  hearFrame: call(v.object({ key: frameKey, news: checkedNews }), gives<null>(), OWN_PAGES),
};
export type OverlayCalls = typeof OVERLAY_CALLS;

/** Calls that a private frame answers, for the background. */
export const FRAME_CALLS = {
  /** The overlay asks something of the frame. */
  hearOverlay: call(v.object({ ask: checkedAsk }), gives<null>(), OWN_PAGES),
};
export type FrameCalls = typeof FRAME_CALLS;
