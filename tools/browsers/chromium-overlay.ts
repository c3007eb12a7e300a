import type { CDPSession, Page } from "playwright-core";
import { KEY_ATTRIBUTE } from "../../extension/private/key-attribute.ts";
import { HOST } from "../../extension/reader/overlay/host-name.ts";

/** Runs a function on the closed shadow tree of the extension's overlay, which only the debugger can see. */
export async function runInClosedTree<Result, Input>(
  session: CDPSession,
  run: (overlay: ShadowRoot, input: Input) => Result,
  input: Input,
): Promise<Result | null> {
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const html = root.children?.find((node) => node.nodeName === "HTML");
  const backendNodeId = html === undefined ? undefined : overlayIn(html)?.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return null;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  if (object.objectId === undefined) return null;
  const answer = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: `function (input) { return (${run.toString()})(this, input); }`,
    arguments: [{ value: input }],
    returnByValue: true,
    awaitPromise: true,
  });
  if (answer.exceptionDetails) {
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  }
  return answer.result.value as Result;
}

/** What the debugger says of a frame whose document has just gone. */
const LOADED_ANEW =
  /No frame for given id|No frame with given id|Cannot find context|context was destroyed|closed|detached/i;

/**
 * Runs a function on the document of the extension's private frame, in a world of its own: the document runs no scripts.
 * It may be loaded anew meanwhile; then it is looked for again.
 */
export async function runInPrivateFrame<Result, Input>(
  page: Page,
  session: CDPSession,
  run: (frame: Document, input: Input) => Result,
  input: Input,
): Promise<Result | null> {
  const body = `document.documentElement.hasAttribute(${JSON.stringify(KEY_ATTRIBUTE)})
    ? { found: (${run.toString()})(document, ${JSON.stringify(input) ?? "undefined"}) ?? null } : null`;
  for (let tries = 0; ; tries += 1) {
    try {
      return await evaluateInSealed<Result>(page, session, body);
    } catch (error) {
      if (tries === 20 || !LOADED_ANEW.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function evaluateInSealed<Result>(page: Page, pageSession: CDPSession, body: string): Promise<Result | null> {
  for (const frame of page.frames()) {
    if (frame.url() !== "about:srcdoc") continue;
    // A sealed frame may have a process of its own, and with it a session.
    const own = await page
      .context()
      .newCDPSession(frame)
      .catch(() => null);
    const session = own ?? pageSession;
    try {
      const { frameTree } = await session.send("Page.getFrameTree");
      for (const frameId of sealedIn(frameTree)) {
        const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId });
        const answer = await session.send("Runtime.evaluate", {
          expression: `(${body})`,
          contextId: executionContextId,
          returnByValue: true,
          awaitPromise: true,
        });
        if (answer.exceptionDetails) {
          throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
        }
        const value = answer.result.value as { readonly found: Result } | null;
        if (value !== null) return value.found;
      }
    } finally {
      await own?.detach().catch(() => null);
    }
  }
  return null;
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly FrameTree[];
}
const sealedIn = ({ frame, childFrames = [] }: FrameTree): string[] => [
  ...(frame.url === "about:srcdoc" ? [frame.id] : []),
  ...childFrames.flatMap(sealedIn),
];

/** The overlay's host: a child of the root element, or of a dialog. */
function overlayIn(node: ProtocolNode): ProtocolNode | null {
  const isClosed = node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === "closed");
  if (isClosed && node.attributes?.includes(HOST)) return node;
  for (const child of node.children ?? []) {
    const found = overlayIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** A node as the debugger tells of it. */
interface ProtocolNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  /** Names and values in turn. */
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}
