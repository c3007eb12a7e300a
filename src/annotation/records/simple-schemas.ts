import * as v from "valibot";
import { MARKED_KINDS, MARKING_LEVELS } from "./marking.ts";

/** The schemas of single values, for scripts on pages too, which need none of whole records. */

export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
export const uuid = v.pipe(v.string(), v.uuid());
/** An address or a page's identity: long enough for any real one. */
export const address = v.pipe(v.string(), v.minLength(1), v.maxLength(8192));
export const title = v.pipe(v.string(), v.maxLength(2_000));
export const spanSchema = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, "a span's start is after its end"),
);
/** What is marked on pages. */
export const markingSchema = v.object({
  level: v.picklist(MARKING_LEVELS),
  without: v.pipe(v.array(v.picklist(MARKED_KINDS)), v.maxLength(MARKED_KINDS.length)),
});
