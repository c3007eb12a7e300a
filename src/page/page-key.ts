import { parseAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { isTracking, isUnsure, lastOf, namesStory, pathOf, routeOf, wordsOf } from "./parameters.ts";
import { type OwnerLabels, siteOf } from "./site.ts";

/** Where a page was met, and what it says its address is. */
export interface PageAddresses {
  readonly url: string;
  /** The page's canonical link, or `null` where it has none. */
  readonly canonical: string | null;
}

/** What of an address tells pages apart. */
export interface KeyRules {
  readonly ownerLabels: OwnerLabels;
  /** Whether a parameter may be part of the key. */
  readonly counts: (name: string) => boolean;
  /** Whether it may be left out all the same where the page's path or its canonical link says that it does not matter. */
  readonly isUnsure: (name: string) => boolean;
  readonly routeOf: (address: Address) => string;
}

/** Host labels of a site's other editions for the same stories. */
const EDITION_LABEL = /^(?:www\d?|m|mobile|mobil|amp|touch|wap)$/;
/** Numbers this long name one story; shorter ones may be a year. */
const ID = /\d{5,}/g;
const MAX_IDS = 20;
const MIN_SHARED_WORDS = 0.6;

const rulesFor = (ownerLabels: OwnerLabels): KeyRules => ({
  ownerLabels,
  counts: (name) => !isTracking(name),
  isUnsure,
  routeOf,
});

/**
 * One key for all addresses of one page: with or without `utm_…`, AMP, http, `www.`, `m.`, a trailing slash. The page's
 * canonical link decides, unless it can't be true: a site that names its front page, a section, or the story that a
 * single-page application showed before; or another owner's site, which could so learn what a reader marked there. A
 * parameter that only may be for tracking is left out where the page's canonical link has none, or where its path names
 * the story by itself. Not an address to open; only to compare.
 */
export function identityOf(addresses: PageAddresses, ownerLabels: OwnerLabels): string {
  return keyUnder(rulesFor(ownerLabels), addresses);
}

/** Compares addresses of one document, where it is of no account who owns what. Nothing is stored under it. */
export function comparisonKey(url: string): string {
  return identityOf({ url, canonical: null }, () => 2);
}

/** The key of a page under a set of rules. */
export function keyUnder(rules: KeyRules, { url, canonical }: PageAddresses): string {
  const here = parseAddress(url);
  if (here === null) return url;
  const named = canonical === null ? null : parseAddress(canonical);
  if (named !== null && isPlausible(rules, named, here)) return keyOf(rules, named);
  const query = namesStory(pathOf(here)) ? here.query.filter(([name]) => !rules.isUnsure(name)) : here.query;
  return keyOf(rules, { ...here, query });
}

/**
 * Whether a page met at an address may have a key: of the same site, since `identityOf` takes no canonical link to
 * another. What belongs to a page beside its key, another address or a host, is judged alike.
 */
export function mayHaveKey(url: string, key: string, ownerLabels: OwnerLabels): boolean {
  const here = parseAddress(url);
  const named = parseAddress(key) ?? parseAddress(`http://${key}`);
  if (here === null || named === null) return key === url;
  return siteOf(named.host, ownerLabels) === siteOf(here.host, ownerLabels);
}

function keyOf(rules: KeyRules, address: Address): string {
  const query = queryOf(rules, address)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("&");
  const route = rules.routeOf(address);
  return `${hostOf(rules, address)}${pathOf(address)}${query === "" ? "" : `?${query}`}${route === "" ? "" : `#${route}`}`;
}

function hostOf({ ownerLabels }: KeyRules, { host }: Address): string {
  const labels = host.split(".");
  // The site's own name stays, even where it is "m.com".
  const own = labels.length - ownerLabels(host);
  return labels.filter((label, index) => index >= own || !EDITION_LABEL.test(label)).join(".");
}

function queryOf({ counts }: KeyRules, { query }: Address): Address["query"] {
  return query.filter(([name]) => name !== "" && counts(name));
}

/** Whether an address may be the canonical one of the page met at `here`. */
function isPlausible(rules: KeyRules, named: Address, here: Address): boolean {
  if (!named.host.includes(".")) return false;
  const [namedPath, herePath] = [pathOf(named), pathOf(here)];
  if (keyOf(rules, named) === keyOf(rules, here)) return true;
  if (namedPath === "" && queryOf(rules, named).length === 0) return false;
  if (siteOf(named.host, rules.ownerLabels) !== siteOf(here.host, rules.ownerLabels)) return false;
  if (namedPath === herePath) {
    return rules.routeOf(named) === rules.routeOf(here) && keepsIds(rules, named, here);
  }
  const query = queryOf(rules, here);
  // `/?p=123` and its like say nothing that could contradict.
  if (herePath === "" || !isTelling(herePath)) return query.length > 0 || sharesId(rules, namedPath, here);
  // A section or topic that the story hangs under.
  if (herePath.startsWith(`${namedPath}/`)) return false;
  return sharesId(rules, namedPath, here) || sharedWords(namedPath, herePath) >= MIN_SHARED_WORDS;
}

/**
 * A canonical link without the parameter that tells the stories of one script apart is wrong, and so is one with another
 * story's. Where the path names the story, a parameter that may be for tracking tells none apart.
 */
function keepsIds(rules: KeyRules, named: Address, here: Address): boolean {
  const kept = queryOf(rules, named);
  const values = new Set(kept.map(([, value]) => value));
  const saysNothing = kept.length === 0 && !namesStory(pathOf(here));
  const mayTell = (name: string) => isIdName(name) || (saysNothing && rules.isUnsure(name));
  return queryOf(rules, here).every(([name, value]) => {
    if (values.has(value)) return true;
    if (kept.some(([other]) => other === name) && (isIdName(name) || rules.isUnsure(name))) return false;
    return !(mayTell(name) && /\d/.test(value));
  });
}

function isIdName(name: string): boolean {
  return /^(?:id|p|a|n|s|story|article|news|item|nid|aid|pid|sid|tid|content|v|storyid|articleid|newsid|page|art|artid|doc|docid)$/i.test(
    name,
  );
}

function sharesId(rules: KeyRules, path: string, here: Address): boolean {
  const ids = [pathOf(here), ...queryOf(rules, here).map(([, value]) => value)].flatMap((text) => text.match(ID) ?? []);
  return ids.slice(0, MAX_IDS).some((id) => path.includes(id));
}

/** The share of the words in both paths' last segments that they have in common. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [wordsOf(lastOf(a)), wordsOf(lastOf(b))];
  const both = [...first].filter((word) => second.has(word)).length;
  const all = Math.min(first.size, second.size);
  return first.size < 3 || second.size < 3 ? Number(lastOf(a) === lastOf(b)) : both / all;
}

/** Whether a path names a story rather than a program: words or a number, not `/article.php`. */
function isTelling(path: string): boolean {
  return namesStory(path) || path.split("/").length > 3;
}
