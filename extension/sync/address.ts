/** Hosts of this machine, which need no certificate. */
const HERE: ReadonlySet<string> = new Set(["localhost", "127.0.0.1"]);

/**
 * A server's address as it is kept, without a slash at its end; `null` where it is none that may be asked. The password goes
 * along with each request, so another machine is asked over https alone.
 */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  const written = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(written)) return null;
  const { protocol, hostname, origin, pathname, username, search, hash } = new URL(written);
  if (protocol !== "https:" && !(protocol === "http:" && HERE.has(hostname))) return null;
  if (username !== "" || search !== "" || hash !== "") return null;
  return origin + pathname.replace(/\/+$/, "");
}

/** A database's name as CouchDB allows it. */
export const isDatabaseName = (name: string): boolean => /^[a-z][a-z0-9_$()+/-]*$/.test(name);

/** What the browser is asked for, so that the extension may speak to a server. */
export const patternOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};
