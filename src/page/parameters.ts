import type { Address } from "./address.ts";

/** Parameters that say how a reader came, and nothing else on any site. */
const TRACKING =
  /^(?:utm_\w+|ga_\w+|pk_\w+|mtm_\w+|hsa_\w+|at_\w+|fb_\w+|ns_\w+|mc_[ce]id|_hs(?:enc|mi)|_ga|_gl|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|vero_id|wickedid|s_?kwcid|ef_id|srsltid|ref_?src|cmpid|icid|ocid|sfnsn|smid|smtyp|ftag|xtor|xtref|soc_src|soc_trk|guccounter|guce_referrer(?:_sig)?|tpcc|taid|intcmp|ito|itm_\w+|ncid|nr_email_referer|cx_\w+|shareToken|sharetype|share_id|trkinfo|giftcopy|unlocked_article_code|amp|amp_js_v|amp_gsa|usqp|outputtype|ampshare|_amp|fromrss|wt_mc|wtmc|mkt_tok|emci|emdi|ceid|mibextid|rdt|dicbo|traffic_source|showcomments|algo_\w+|embedded_webview)$/i;
/** Parameters that say so on most sites, and on some which story is meant. */
const UNSURE =
  /^(?:ref|ref_url|referrer|referer|cmp|campaign|campaign_id|cid|partner|partnerid|mod|linkid|spm|share|via|feature|trk|rss|feed|feedtype|print|printable|login|redirected)$/i;
/** Names of places on a page, and of what is played there from when. */
const PLACE = /^(?:t|time|start|zoom|view|search|echobox|comment\w*|reply\w*|post|p|page|nav\w*|:~:.*)$/i;
const INDEX_FILE = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/i;

export function isTracking(name: string): boolean {
  return TRACKING.test(name);
}

export function isUnsure(name: string): boolean {
  return UNSURE.test(name);
}

/** A page's path, the same for its editions for telephones and for its folder's index. */
export function pathOf({ path }: Pick<Address, "path">): string {
  return path
    .replace(INDEX_FILE, "")
    .replace(/^\/(?:amp|mobile|m)(?=\/)/i, "")
    .replace(/\/(?:amp|amp\.html)$/i, "")
    .replace(/[./-]amp(?=\.html?$|$)/i, "")
    .replace(/\/$/, "");
}

/** The last part of a path, without the ending of its file. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:html?|php|aspx?|jsp|amp)$/i, "");
}

export function wordsOf(segment: string): ReadonlySet<string> {
  return new Set(
    segment
      .replace(/\.\w{2,5}$/, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );
}

/** Whether a path's last part names a story by words or by a number, so that nothing behind it has to. */
export function namesStory(path: string): boolean {
  const last = lastOf(path);
  return /\d{4,}/.test(last) || wordsOf(last).size >= 3;
}

/**
 * The route of a single-page application that a fragment is, or "": `#/story/77`, `#!story-77`, and where the path names no
 * story `#story=77` and `#story/77`. All other fragments are places on a page.
 */
export function routeOf(address: Address): string {
  const fragment = address.fragment.replace(/:~:.*$/s, "");
  if (/^!?\//.test(fragment) || /^![^/]/.test(fragment)) return fragment.replace(/^!/, "").replace(/\/$/, "");
  if (namesStory(pathOf(address))) return "";
  const [name = "", ...more] = fragment.split("=");
  if (more.length > 0) return isTracking(name) || isUnsure(name) || PLACE.test(name) ? "" : fragment;
  return /^[\p{L}\p{N}_-]+\/./u.test(fragment) ? fragment : "";
}
