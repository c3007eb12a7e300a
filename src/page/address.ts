/** A web address in parts. `src/` knows no `URL`, and an identity needs less. */
export interface Address {
  /** Lower-case, without port. */
  readonly host: string;
  /** Without the trailing slash; "" for the root. */
  readonly path: string;
  /** Decoded name and value, in the order given. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** What follows `#`, or "". */
  readonly fragment: string;
}

const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;
/** Google's AMP viewer and the AMP caches carry the page's own address in theirs: `…/amp/s/example.com/story`. */
const AMP_VIEWER = /^https?:\/\/(?:www\.)?google\.(?:com|(?:com?\.)?[a-z]{2})\/amp\/(s\/)?(.+)$/i;
const AMP_CACHE = /^https?:\/\/[^/?#@]+\.(?:cdn\.ampproject\.org|bing-amp\.com)\/[a-z]\/(s\/)?(.+)$/i;

/** Takes an http or https address apart, or gives `null` for anything else. */
export function parseAddress(url: string): Address | null {
  const match = ADDRESS.exec(unwrapped(url.trim()));
  if (match === null) return null;
  const [, host = "", path = "", query = "", fragment = ""] = match;
  return {
    host: host.toLowerCase().replace(/\.$/, ""),
    path: decoded(path)
      .replace(/\/{2,}/g, "/")
      .replace(/\/$/, ""),
    query: query
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const at = pair.indexOf("=");
        return at < 0
          ? ([decoded(pair), ""] as const)
          : ([decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))] as const);
      }),
    fragment: decoded(fragment),
  };
}

function unwrapped(url: string): string {
  const match = AMP_VIEWER.exec(url) ?? AMP_CACHE.exec(url);
  return match === null ? url : `${match[1] === undefined ? "http" : "https"}://${match[2]}`;
}

/** Percent-encoding undone, so that two spellings of one address are one; left alone where it is broken. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The host of an address as people know a site, without `www.`; "" where it has none. */
export function siteName(address: string): string {
  return parseAddress(address)?.host.replace(/^www\./, "") ?? "";
}
