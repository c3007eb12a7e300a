import type * as v from "valibot";
import browser, { type Runtime } from "webextension-polyfill";
import { mayHaveKey } from "../../src/page/page-key.ts";
import type { OwnerLabels } from "../../src/page/site.ts";
import type { Result } from "../../src/result.ts";
import type { Checked, Input } from "./schemas.ts";

/** What an entry of a table of calls says. */
export interface Call<Schema extends v.GenericSchema, Output> {
  readonly input: Schema;
  readonly output: Gives<Output>;
  readonly from: Senders<Checked<Schema>>;
  /** Whether something of the page is stored: not for a private window, unless the user allows it. */
  readonly stores: boolean;
}

/** What of a sender decides what it may ask. */
export interface Asker {
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: { readonly url?: string | undefined } | undefined;
}

/** Says whether a sender may make a call with this input. `ownerLabels` tells whose a host is. */
export type Senders<Taken> = (sender: Asker, input: Taken, ownerLabels: OwnerLabels) => boolean;

/** Nothing at run time: the type of what a call gives. */
export interface Gives<Output> {
  readonly gives?: Output;
}

export function call<Schema extends v.GenericSchema, Output>(
  input: Schema,
  output: Gives<Output>,
  from: Senders<Checked<Schema>>,
): Call<Schema, Output> {
  return { input, output, from, stores: false };
}

/** A call that leaves a trace of the page that it comes from. */
export const storing = <Schema extends v.GenericSchema, Output>(made: Call<Schema, Output>): Call<Schema, Output> => ({
  ...made,
  stores: true,
});

export function gives<Output>(): Gives<Output> {
  return {};
}

/** Only the background and the extension's own pages. */
export const OWN_PAGES = ({ url }: Asker): boolean => url?.startsWith(browser.runtime.getURL("")) === true;

/** Our scripts on pages as well: the call tells of nothing but the page that they stand on, or takes an id that they were given. */
export const SCRIPTS = (): boolean => true;

/**
 * Our scripts as well, about pages that may be theirs: a script that a page has taken over learns nothing of other sites.
 * Which of a site's pages a script stands on, it alone knows; and browsers part sites, not pages.
 *
 * @param pages gives the identities, addresses and hosts that an input names.
 */
export function scriptsOn<Taken>(pages: (input: Taken) => readonly string[]): Senders<Taken> {
  return (sender, input, ownerLabels) => {
    if (OWN_PAGES(sender)) return true;
    // A frame whose content stands in the page around it has no address, but that page's origin.
    // A private frame has neither: it stands on a page of its tab's own site.
    const around = FRAMES(sender) ? sender.tab?.url : undefined;
    const url = [sender.url, sender.origin, around].find((address) => /^https?:/i.test(address ?? ""));
    return url !== undefined && pages(input).every((page) => mayHaveKey(url, page, ownerLabels));
  };
}

/** The address of a document whose content stands in the page around it. */
const SRCDOC = "about:srcdoc";

/** Our script in a private frame: a document that stands in the page around it and has no origin. */
export const FRAMES = ({ url, origin }: Asker): boolean =>
  url === SRCDOC && (origin === undefined || origin === "null");

/** Where notes are shown: the extension's own pages, and private frames. No script on a page is given one. */
export const PRIVATE = (sender: Asker): boolean => OWN_PAGES(sender) || FRAMES(sender);

/** A private frame, about pages that may be those of its tab. */
export function framesOn<Taken>(pages: (input: Taken) => readonly string[]): Senders<Taken> {
  const ofScripts = scriptsOn(pages);
  return (sender, input, ownerLabels) => FRAMES(sender) && ofScripts(sender, input, ownerLabels);
}

type AnyCall = Call<v.GenericSchema, unknown>;
/** A table of calls, by their names. */
export type CallTable = Readonly<Record<string, Pick<AnyCall, "input" | "output">>>;

/** What is handed over with a call. */
export type InputOf<Entry extends Pick<AnyCall, "input">> = Input<Entry["input"]>;
/** What a call gives where it succeeds. */
export type OutputOf<Entry extends Pick<AnyCall, "output">> =
  Entry["output"] extends Gives<infer Output> ? Output : never;

/** One function for each call. What it throws becomes a failure. */
export type Handlers<Table extends CallTable> = {
  readonly [Name in keyof Table]: (
    input: Checked<Table[Name]["input"]>,
    sender: Runtime.MessageSender,
  ) => Promise<Result<OutputOf<Table[Name]>>> | Result<OutputOf<Table[Name]>>;
};
