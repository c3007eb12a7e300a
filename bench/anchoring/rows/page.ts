import { FINDERS } from "../finders.ts";
import { CHANGES, type Row } from "./changes.ts";
import { SHAPES, type Shape } from "./shapes.ts";

/**
 * Where the mark on a row was found: in that row alone, at least half of it; in that row and others; in others alone;
 * or nowhere.
 */
export type RowVerdict = "own" | "spread" | "another" | "lost";

/** How a finder fared with each row of each shape after one kind of change. */
export interface RowOutcome {
  readonly finder: string;
  readonly change: string;
  readonly verdicts: readonly { readonly verdict: RowVerdict; readonly shape: string; readonly row: number }[];
}

/** Marks whole rows of lists of alike rows, changes the lists, and says where each finder finds the marks. */
export async function runRows(): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const [finder, { describe }] of FINDERS) {
    for (const [change, casesOf] of CHANGES) {
      const verdicts: RowOutcome["verdicts"][number][] = [];
      for (const shape of SHAPES) {
        for (const { before, after, marked } of casesOf(shape)) {
          show(shape, before);
          const find = await describe([contentsOf(rowElement(marked))]);
          show(shape, after);
          const [found = []] = await find();
          verdicts.push({ verdict: judge(marked, found), shape: shape.name, row: marked });
        }
      }
      outcomes.push({ finder, change, verdicts });
    }
  }
  return outcomes;
}

/** A page with a list between a headline and a closing paragraph. */
function show({ name, markup: [list, row, cell], write }: Shape, rows: readonly Row[]): void {
  const holder = document.createElement(list);
  for (const { number, fields } of rows) {
    const element = document.createElement(row);
    element.dataset["row"] = String(number);
    const texts = write(...fields);
    if (cell === null) element.append(...texts);
    else element.append(...texts.map((text) => withText(cell, text)));
    holder.append(element, "\n");
  }
  const body = list === "tbody" ? document.createElement("table") : holder;
  if (body !== holder) body.append(holder);
  document.body.replaceChildren(
    withText("h1", `The whole list: ${name}`),
    withText(
      "p",
      "Our reporters have gathered everything that is known so far, and keep it up to date through the day.",
    ),
    body,
    withText("p", "Have we left something out? The newsroom in Port Ellery reads every letter that you send."),
  );
}

function withText(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function rowElement(number: number): Element {
  const element = document.querySelector(`[data-row="${number}"]`);
  if (element === null) throw new Error(`row ${number} is not on the page`);
  return element;
}

/** From the first letter of an element to its last. */
function contentsOf(element: Element): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode();
  let last = first;
  for (let node = first; node !== null; node = walker.nextNode()) last = node;
  if (first === null || last === null) throw new Error("a row is empty");
  range.setStart(first, 0);
  range.setEnd(last, last.textContent?.length ?? 0);
  return range;
}

function judge(marked: number, found: readonly Range[]): RowVerdict {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return "lost";
  const whole = document.createRange();
  whole.setStart(first.startContainer, first.startOffset);
  whole.setEnd(last.endContainer, last.endOffset);
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => lettersIn(whole, row) > 0);
  const own = rows.find((row) => row.getAttribute("data-row") === String(marked));
  if (own === undefined) return "another";
  if (rows.length > 1) return "spread";
  return 2 * lettersIn(whole, own) >= lettersIn(contentsOf(own), own) ? "own" : "lost";
}

/** How many letters a range and an element share, without white space. */
function lettersIn(range: Range, element: Element): number {
  const shared = contentsOf(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, shared) > 0)
    shared.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, shared) < 0) shared.setEnd(range.endContainer, range.endOffset);
  return shared.toString().replaceAll(/\s/g, "").length;
}
