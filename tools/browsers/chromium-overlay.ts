import type { CDPSession } from "playwright-core";
import { HOST } from "../../extension/reader/overlay/offer.ts";

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
