import type { Direction } from "../../src/annotation/history.ts";
import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import type { Colour } from "../../src/annotation/records/annotation.ts";
import type { Claim } from "../../src/corrections/corrections.ts";
import type { Result } from "../../src/result.ts";
import type { Span } from "../../src/text/span.ts";
import type { Highlight } from "./highlights/highlight.ts";
import type { Story } from "./stories/story.ts";
import type { Where } from "../calls/save-claim.ts";
import type { AttachTo, Passage, RevealTarget } from "../calls/schemas.ts";

/**
 * What the user does on a page: overlay, mouse, keyboard, popup and background all send these, and each is the business
 * of one feature. A range that is `null` is the selection.
 */
export type Command =
  /** Highlights; with `colour` null in the usual one. What stands on the very same words takes the colour. */
  | { readonly kind: "highlight"; readonly range: Range | null; readonly colour: Colour | null }
  /** Highlights and opens the editor, before anything is saved: what is typed next is the note. */
  | { readonly kind: "write"; readonly range: Range | null; readonly field: "note" | "tags" }
  /** Highlights words of an article. Whoever asked shows what came of it. */
  | { readonly kind: "highlight-passage"; readonly passage: Passage }
  /** Opens the editor on a highlight. */
  | { readonly kind: "open-note"; readonly id: string; readonly field: "note" | "tags" }
  /** Opens the card of somebody who is named in the words of a highlight. */
  | { readonly kind: "open-name"; readonly id: string; readonly name: string }
  /** Goes to the highlight after or before; see `stepHighlight`. With `takesFocus`, the keys that come next are for it. */
  | { readonly kind: "step"; readonly by: 1 | -1; readonly isLast: boolean; readonly takesFocus: boolean }
  /** Goes to the name after or before, wherever it stands, and offers its card; see `stepName`. */
  | { readonly kind: "step-name"; readonly by: 1 | -1; readonly isLast: boolean }
  /** Offers the card of a name in a link, whose click is the link's. */
  | { readonly kind: "offer-card"; readonly story: Story; readonly offset: number }
  | { readonly kind: "move-through-history"; readonly direction: Direction }
  /** Deletes a highlight, and offers to undo it. */
  | { readonly kind: "delete"; readonly id: string }
  /** Takes the words as they are now for the words of a highlight. */
  | { readonly kind: "accept-wording"; readonly id: string }
  | { readonly kind: "find-again"; readonly id: string }
  /** Puts a highlight on the selection, or where it may be. */
  | { readonly kind: "attach"; readonly id: string; readonly to: AttachTo }
  /** Opens the panel beside the page. To be sent at once in what the user does. */
  | { readonly kind: "open-panel" }
  /** Says what on the card is not as it was taken, everywhere or on this page only. */
  | { readonly kind: "correct"; readonly claim: Claim; readonly where: Where }
  /** Scrolls to a span of the card's article. */
  | { readonly kind: "go"; readonly span: Span }
  /** Highlights a mention of the name on the card, and opens the editor on it. */
  | { readonly kind: "write-on-mention"; readonly mention: Span }
  /** Opens the card of who is named at an offset of a story. `highlights` stand on the name. */
  | {
      readonly kind: "open-card";
      readonly story: Story;
      readonly offset: number;
      readonly highlights: readonly Highlight[];
    }
  /** Reads the page as an article, recognises and paints. Asked again, it does nothing. */
  | { readonly kind: "read" }
  | { readonly kind: "reveal"; readonly target: RevealTarget }
  | { readonly kind: "toggle-highlights" };

/** What a command gives where it succeeds; the others give nothing. */
interface Gives {
  readonly "find-again": { readonly state: AnchorState };
  readonly "toggle-highlights": { readonly shown: boolean };
}
type GivenBy<Kind extends Command["kind"]> = Kind extends keyof Gives ? Gives[Kind] : null;
type CommandOf<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>;
type Answer<Kind extends Command["kind"]> = Promise<Result<GivenBy<Kind>>> | Result<GivenBy<Kind>>;

export interface Dispatcher {
  /** Has a feature answer a kind of command. Each kind is answered by one. */
  on<Kind extends Command["kind"]>(kind: Kind, answer: (command: CommandOf<Kind>) => Answer<Kind>): void;
  send<Kind extends Command["kind"]>(command: CommandOf<Kind>): Promise<Result<GivenBy<Kind>>>;
}

export function createDispatcher(): Dispatcher {
  const answers = new Map<string, (command: never) => unknown>();
  return {
    on(kind, answer) {
      if (answers.has(kind)) throw new Error(`two features answer ${kind}`);
      answers.set(kind, answer);
    },
    async send<Kind extends Command["kind"]>(command: CommandOf<Kind>) {
      const answer = answers.get(command.kind) as ((command: CommandOf<Kind>) => Answer<Kind>) | undefined;
      if (answer === undefined) throw new Error(`no feature answers ${command.kind}`);
      return answer(command);
    },
  };
}
