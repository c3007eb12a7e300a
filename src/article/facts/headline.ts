import { comparable } from "../../text/fold.ts";

/** Shorter ones may be a kicker by chance. */
const MIN_HEADLINE = 20;
/** What a page gives for a headline and is longer is compared, and given, by its beginning; in UTF-16 code units. */
const MAX_HEADLINE = 1_000;
/** No page states more forms of its headline. */
const MAX_FORMS = 20;
/** How many letters a kicker before a headline may have. */
const MAX_KICKER = 60;
const SEPARATOR = /:\s+|\s+[|–—•·»-]\s+|\s*[|｜]\s*/g;
const KICKER = /^.{2,60}?(?::|\s[–—-])\s+/s;

/**
 * The story's headline: the heading above the story where the page's data bear it out, or else the first that they
 * state. Kickers and site names hang on to some of them, so one that another is the core of gives way to it. `stated`
 * is in the order of trust; `shown` is the heading, `null` where there is none.
 */
export function chooseHeadline(stated: readonly string[], shown: string | null): string | null {
  const forms = stated.slice(0, MAX_FORMS).map((form) => form.slice(0, MAX_HEADLINE));
  return choose(forms, shown === null ? null : shown.slice(0, MAX_HEADLINE));
}

function choose(stated: readonly string[], shown: string | null): string | null {
  const first = chooseForm(stated, shown);
  if (first === null) return null;
  const cores = stated.filter((headline) => isCore(headline, first));
  const glued =
    shown !== null && saysSame(first, shown)
      ? [...stated, ...coresUnder(stated, shown)].filter((core) => isBehindKicker(core, shown))
      : [];
  return [...cores, ...glued].reduce((best, headline) => (headline.length < best.length ? headline : best), first);
}

function chooseForm(stated: readonly string[], shown: string | null): string | null {
  if (shown === null) return stated[0] ?? null;
  const same = stated.find((headline) => saysSame(headline, shown));
  // Data part a kicker from the headline by a colon; pages often only by its looks.
  if (same !== undefined) return KICKER.test(same) && !KICKER.test(shown) ? same : shown;
  // What all the data put before the heading shown is a part of the headline; what stands behind it names the site.
  if (stated.length > 0 && stated.every((headline) => isUnderKicker(shown, headline))) return stated[0] ?? shown;
  if (stated.some((headline) => isCore(shown, headline))) return shown;
  return [...stated, ...coresUnder(stated, shown)].find((core) => isBehindKicker(core, shown)) ?? stated[0] ?? shown;
}

/** What page and data say alike where each has a kicker of its own; a colon makes it part of the headline shown. */
function coresUnder(stated: readonly string[], shown: string): readonly string[] {
  return stated
    .filter((headline) => !saysSame(headline, shown))
    .map((headline) => headline.replace(KICKER, ""))
    .filter((core) => shown.endsWith(` ${core}`) && !/[:|–—-]\s+$/.test(shown.slice(0, -core.length)));
}

function saysSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** Whether one headline is another without the kicker before it, or without the site's name after it. */
function isCore(core: string, whole: string): boolean {
  const words = comparable(core);
  if (words.length < MIN_HEADLINE) return false;
  return [...whole.matchAll(SEPARATOR)].some(
    ({ index, 0: separator }) =>
      comparable(whole.slice(0, index)) === words || comparable(whole.slice(index + separator.length)) === words,
  );
}

/** Whether one headline is another behind a kicker that a colon or a dash sets off. */
function isUnderKicker(core: string, whole: string): boolean {
  const words = comparable(core);
  return [...whole.matchAll(SEPARATOR)].some(
    ({ index, 0: separator }) => index > 0 && comparable(whole.slice(index + separator.length)) === words,
  );
}

/** Whether a heading is a headline with a kicker before it, which may be set off by nothing but its looks. */
function isBehindKicker(headline: string, heading: string): boolean {
  const [a, b] = [comparable(headline), comparable(heading)];
  return a.length >= MIN_HEADLINE && b.endsWith(` ${a}`) && b.length <= a.length + MAX_KICKER;
}
