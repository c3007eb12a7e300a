import { finish, type Steps } from "../../../src/slices.ts";
import { neighbourOf, unnamed } from "../page/unnamed.ts";

/** A place among the nodes that are shown inside an element. */
export interface ShownNodes {
  /** The next node, or `null` after the last one. */
  next(): Node | null;
  /** Whether the node that was given last has been taken away: the page has changed, and what follows it is not known. */
  isLost(): boolean;
}

/** What is shown inside an element, one after the other: its shadow tree, what is put into its slot, or its children. */
export function shownNodes(element: Element): ShownNodes {
  const { shadowRoot, localName } = unnamed(element);
  if (shadowRoot !== null) return siblings(shadowRoot);
  if (localName === "slot") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return listed(assigned);
  }
  return siblings(element);
}

function siblings(container: Node): ShownNodes {
  let last: Node | null = null;
  let next = neighbourOf(container, "firstChild");
  return {
    next() {
      if (last !== null) next = neighbourOf(last, "nextSibling");
      last = next;
      return next;
    },
    isLost: () => last !== null && neighbourOf(last, "parentNode") !== container,
  };
}

function listed(nodes: readonly Node[]): ShownNodes {
  let count = 0;
  return {
    next: () => nodes[count++] ?? null,
    isLost: () => nodes[count - 1]?.isConnected === false,
  };
}

/** How often a walk that lost its place begins anew before it is done in one go. */
const ATTEMPTS = 3;

/**
 * Walks a page that may change while the walk pauses. `walk` gives `null` where it lost its place; then it begins anew,
 * and on a page that will not hold still it is done without a pause, so that it can't lose it.
 */
export function* steadily<T>(walk: () => Steps<T | null>): Steps<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = yield* walk();
    if (outcome !== null) return outcome;
  }
  const outcome = finish(walk());
  if (outcome === null) throw new Error("a walk lost its place although the page could not change");
  return outcome;
}

/** How many nodes are walked between two pauses: well under a millisecond's work. */
export const NODES_A_STEP = 32;
