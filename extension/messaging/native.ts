import type { Browser } from "webextension-polyfill";

const world = globalThis as { readonly browser?: Browser; readonly chrome?: Browser };

/**
 * The browser's own interface. Firefox has it under its standard name; Chromium's gives the same promises for everything
 * but the answering of messages. The build puts it in the place of the polyfill in scripts that answer none.
 */
export default world.browser ?? world.chrome;
