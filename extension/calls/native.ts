import type { Browser } from "webextension-polyfill";

const world = globalThis as { readonly browser?: Browser; readonly chrome?: Browser };

/**
 * The browser's own interface. Firefox has it under its standard name; Chromium's gives the same promises for everything
 * but the answering of messages, which `serve.ts` does without them. The build puts it in the place of the polyfill,
 * which is here for its types.
 */
export default world.browser ?? world.chrome;
