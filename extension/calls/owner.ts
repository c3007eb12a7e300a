/** How many labels of a host, from its end, its owner registered. */
export interface Owner {
  readonly host: string;
  readonly labels: number;
}

/** The background says under this key, in the extension's own world on the page, whose the page's host is. */
const KEY = "sourceline.owner";

/** Runs in a page, by itself: leaves word for the reader that comes after. */
export function tellOwner(key: string, owner: Owner): void {
  Reflect.set(globalThis, Symbol.for(key), owner);
}

/** What `tellOwner` takes. */
export function ownerWord(owner: Owner): [key: string, owner: Owner] {
  return [KEY, owner];
}

/** What the background has told of the page's host. Where it told nothing, the host is a site of its own. */
export function toldOwner(): Owner {
  const { host } = location;
  return (Reflect.get(globalThis, Symbol.for(KEY)) as Owner | undefined) ?? { host, labels: host.split(".").length };
}
