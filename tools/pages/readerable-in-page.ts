// Readability's own test whether a page is an article, with the usual rule that a site's root is none.
import { isProbablyReaderable } from "@mozilla/readability";

Reflect.set(globalThis, "readabilityVerdict", location.pathname !== "/" && isProbablyReaderable(document));
