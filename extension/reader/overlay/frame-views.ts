import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { isUnstored } from "../../../src/annotation/placed.ts";
import { asNamed } from "../../../src/reading/named.ts";
import type { FrameView, ListedHighlight } from "../../calls/frame-view.ts";
import { titleOf } from "../page-address.ts";
import type { OverlayPanel } from "./contract.ts";

/** What the private frame shows of a panel, as far as the page itself knows it: of notes and tags, nothing. */

type PanelOf<Kind extends OverlayPanel["kind"]> = Extract<OverlayPanel, { readonly kind: Kind }>;

/** The most of a list that is asked for. */
const LISTED = 1_000;

export function editorView({ annotation, field, context, early }: PanelOf<"editor">): FrameView {
  const { id, target, body } = annotation;
  const { state, rewording, number, count, others, names } = context;
  return {
    kind: "editor",
    page: target.page,
    id,
    made: isUnstored(annotation) ? { target, body } : null,
    field,
    early: early?.text ?? "",
    isDone: early?.isDone ?? false,
    words: target.selectors.quote.exact,
    state,
    rewording,
    // Of one that stands nowhere there is no number.
    number: Math.max(0, number),
    count,
    others: listed(others),
    names: names.slice(0, LISTED),
  };
}

export function highlightsView({ highlights }: PanelOf<"highlights">): FrameView {
  return { kind: "highlights", page: highlights[0]?.target.page ?? "", highlights: listed(highlights) };
}

export function nameView({ story, named, highlights }: PanelOf<"card">): FrameView {
  return {
    kind: "name",
    page: story.page,
    source: story.url,
    title: titleOf(story.facts),
    named: asNamed(named),
    highlights: listed(highlights),
  };
}

const listed = (highlights: readonly Annotation[]): readonly ListedHighlight[] =>
  highlights
    .slice(0, LISTED)
    .map(({ id, target, body }) => ({ id, words: target.selectors.quote.exact, colour: body.colour }));
