import { parseAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { ownerLabels, siteOf } from "./site.ts";

/** Where a page was met, and what it says its address is. */
export interface PageAddresses {
  readonly url: string;
  /** The page's canonical link, or `null` where it has none. */
  readonly canonical: string | null;
}

/** Host labels of a site's other editions for the same stories. */
const EDITION_LABEL = /^(?:www\d?|m|mobile|mobil|amp|touch|wap)$/;
/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_\w+|ga_\w+|pk_\w+|mtm_\w+|hsa_\w+|at_\w+|fb_\w+|ns_\w+|mc_[ce]id|_hs(?:enc|mi)|_ga|_gl|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|vero_id|wickedid|s_?kwcid|ef_id|srsltid|ref|refsrc|ref_src|ref_url|referrer|referer|cmp|cmpid|campaign|campaign_id|cid|icid|ocid|sfnsn|smid|smtyp|partner|partnerid|ftag|xtor|xtref|soc_src|soc_trk|guccounter|guce_referrer(?:_sig)?|tpcc|taid|mod|intcmp|ito|itm_\w+|ncid|nr_email_referer|cx_\w+|linkid|spm|share|shareToken|sharetype|share_id|via|feature|trk|trkinfo|giftcopy|unlocked_article_code|amp|amp_js_v|amp_gsa|usqp|outputtype|ampshare|_amp|rss|feed|feedtype|fromrss|wt_mc|wtmc|mkt_tok|emci|emdi|ceid|mibextid|rdt|dicbo|traffic_source|print|printable|showcomments|algo_\w+|login|redirected|embedded_webview)$/i;
const INDEX_FILE = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/i;
/** Numbers this long name one story; shorter ones may be a year. */
const ID = /\d{5,}/g;
const MAX_IDS = 20;
const MIN_SHARED_WORDS = 0.6;

/**
 * One key for all addresses of one page: with or without `utm_…`, AMP, http, `www.`, `m.`, a trailing slash. The page's
 * canonical link decides, unless it can't be true: a site that names its front page, a section, or the story that a
 * single-page application showed before; or another owner's site, which could so learn what a reader marked there. Not
 * an address to open; only to compare.
 */
export function identityOf({ url, canonical }: PageAddresses): string {
  const here = parseAddress(url);
  if (here === null) return url;
  const named = canonical === null ? null : parseAddress(canonical);
  return keyOf(named !== null && isPlausible(named, here) ? named : here);
}

/**
 * Whether a page met at an address may have a key: of the same site, since `identityOf` takes no canonical link to
 * another. What belongs to a page beside its key, another address or a host, is judged alike.
 */
export function mayHaveKey(url: string, key: string): boolean {
  const here = parseAddress(url);
  const named = parseAddress(key) ?? parseAddress(`http://${key}`);
  if (here === null || named === null) return key === url;
  return siteOf(named.host) === siteOf(here.host);
}

/** Whether two visits met the same page. */
export function isSamePage(a: PageAddresses, b: PageAddresses): boolean {
  return identityOf(a) === identityOf(b);
}

function keyOf(address: Address): string {
  const query = queryOf(address)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("&");
  // A route of a single-page application; other fragments are places on a page.
  const route = /^!?\//.test(address.fragment) ? `#${address.fragment.replace(/^!/, "").replace(/\/$/, "")}` : "";
  return `${hostOf(address)}${pathOf(address)}${query === "" ? "" : `?${query}`}${route}`;
}

function hostOf({ host }: Address): string {
  const labels = host.split(".");
  // The site's own name stays, even where it is "m.com".
  const own = labels.length - ownerLabels(host);
  return labels.filter((label, index) => index >= own || !EDITION_LABEL.test(label)).join(".");
}

function pathOf({ path }: Address): string {
  return path
    .replace(INDEX_FILE, "")
    .replace(/^\/(?:amp|mobile|m)(?=\/)/i, "")
    .replace(/\/(?:amp|amp\.html)$/i, "")
    .replace(/[./-]amp(?=\.html?$|$)/i, "")
    .replace(/\/$/, "");
}

function queryOf({ query }: Address): Address["query"] {
  return query.filter(([name]) => name !== "" && !TRACKING.test(name));
}

/** Whether an address may be the canonical one of the page met at `here`. */
function isPlausible(named: Address, here: Address): boolean {
  if (!named.host.includes(".")) return false;
  const [namedPath, herePath] = [pathOf(named), pathOf(here)];
  if (keyOf(named) === keyOf(here)) return true;
  if (namedPath === "" && queryOf(named).length === 0) return false;
  if (siteOf(named.host) !== siteOf(here.host)) return false;
  if (namedPath === herePath) return keepsIds(named, here);
  // `/?p=123` and its like say nothing that could contradict.
  if (herePath === "" || !isTelling(herePath)) return queryOf(here).length > 0 || sharesId(namedPath, here);
  // A section or topic that the story hangs under.
  if (herePath.startsWith(`${namedPath}/`)) return false;
  return sharesId(namedPath, here) || sharedWords(namedPath, herePath) >= MIN_SHARED_WORDS;
}

/** A canonical link without the parameter that tells the stories of one script apart is wrong. */
function keepsIds(named: Address, here: Address): boolean {
  const kept = new Set(queryOf(named).map(([, value]) => value));
  return queryOf(here).every(([name, value]) => kept.has(value) || !(isIdName(name) && /\d/.test(value)));
}

function isIdName(name: string): boolean {
  return /^(?:id|p|a|n|s|story|article|news|item|nid|aid|pid|sid|tid|content|v|storyid|articleid|newsid|page|art|artid|doc|docid)$/i.test(
    name,
  );
}

function sharesId(path: string, here: Address): boolean {
  const ids = [pathOf(here), ...queryOf(here).map(([, value]) => value)].flatMap((text) => text.match(ID) ?? []);
  return ids.slice(0, MAX_IDS).some((id) => path.includes(id));
}

/** The share of the words in both paths' last segments that they have in common. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [wordsOf(lastOf(a)), wordsOf(lastOf(b))];
  const both = [...first].filter((word) => second.has(word)).length;
  const all = Math.min(first.size, second.size);
  return first.size < 3 || second.size < 3 ? Number(lastOf(a) === lastOf(b)) : both / all;
}

function wordsOf(segment: string): ReadonlySet<string> {
  return new Set(
    segment
      .replace(/\.\w{2,5}$/, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:html?|php|aspx?|jsp|amp)$/i, "");
}

/** Whether a path names a story rather than a program: words or a number, not `/article.php`. */
function isTelling(path: string): boolean {
  const last = lastOf(path);
  return /\d{4,}/.test(last) || wordsOf(last).size >= 3 || path.split("/").length > 3;
}
