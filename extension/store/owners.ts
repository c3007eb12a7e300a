import { getDomain } from "tldts";
import { sharedLabels } from "../../src/page/shared-hosts.ts";
import type { OwnerLabels } from "../../src/page/site.ts";

/**
 * How many labels of a host its owner registered, by the list of public suffixes, those of companies included, and by what is
 * known beside it. A host that nobody can own below, such as a suffix itself, is a site of its own.
 */
export const ownerLabels: OwnerLabels = (host) => {
  const listed = (getDomain(host, { allowPrivateDomains: true }) ?? host).split(".").length;
  return Math.max(listed, Math.min(sharedLabels(host), host.split(".").length));
};
