import { useEffect, useRef, useState } from "preact/hooks";
import { message } from "../../locale/message.ts";
import type { ListAnswer, Row } from "../../search/requests.ts";
import { useLibrary } from "../library-world.ts";
import { HEIGHTS, RowView } from "./rows.tsx";
import { type Selection, toggled } from "./selection.ts";
import { useRows } from "./use-rows.ts";
import { useVirtual } from "./use-virtual.ts";

interface NoteListProps {
  readonly listed: ListAnswer;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Opens what a row stands for. */
  readonly onOpen: (row: Row) => void;
  readonly onDelete: () => void;
}

/** A list of any length: only what is in view is there. The arrow keys go through it, Space selects, Enter opens. */
export function NoteList({ listed, selection, onSelect, onOpen, onDelete }: NoteListProps) {
  const { search } = useLibrary();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  /** Where a stretch of selected rows begins. */
  const anchor = useRef<number | null>(null);
  /** Which row was opened before it was there. */
  const awaited = useRef<number | null>(null);
  const { rows, generation } = listed;
  const virtual = useVirtual(scroller, rows, (row) => (row < 0 ? HEIGHTS.article : HEIGHTS.note));
  useEffect(() => {
    awaited.current = null;
    setCurrent((before) => Math.min(before, Math.max(0, rows.length - 1)));
  }, [rows]);
  const items = virtual.getVirtualItems();
  const rowAt = useRows(search, listed, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const at = (index: number): Row | null => rowAt(rows[index] ?? 0);

  const selectStretch = async (from: number, to: number): Promise<void> => {
    const stretch = [...rows.subarray(Math.min(from, to), Math.max(from, to) + 1)].filter((row) => row >= 0);
    const ids = await search.ask("idsOf", { generation, rows: stretch });
    if (ids !== null) onSelect(new Set(ids));
  };
  const move = (to: number, isStretch: boolean): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    if (isStretch) {
      anchor.current ??= current;
      void selectStretch(anchor.current, next);
    } else anchor.current = null;
    setCurrent(next);
    virtual.scrollToIndex(next);
  };
  const toggle = (index: number): void => {
    const row = at(index);
    anchor.current = index;
    if (row?.kind === "note") onSelect(toggled(selection, row.note.id));
    else if (row?.kind === "article") {
      let end = index + 1;
      while ((rows[end] ?? -1) >= 0) end += 1;
      if (end > index + 1) void selectStretch(index + 1, end - 1);
    }
  };
  const open = (index: number): void => {
    const row = at(index);
    awaited.current = row === null ? index : null;
    if (row !== null) onOpen(row);
  };
  useEffect(() => {
    if (awaited.current !== null) open(awaited.current);
  });
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / HEIGHTS.note) - 1);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === " ") toggle(current);
    else if (event.key === "Enter") open(current);
    else if (event.key === "Delete" && selection.size > 0) onDelete();
    else if (event.key === "Escape" && selection.size > 0) onSelect(new Set());
    else if (event.key === "a" && (event.ctrlKey || event.metaKey)) void selectStretch(0, rows.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      class="rows"
      data-list
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={message("libraryList")}
      aria-activedescendant={items.some(({ index }) => index === current) ? `row-${current}` : undefined}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
        {items.map(({ index, start, size }) => {
          const row = at(index);
          const isArticle = (rows[index] ?? 0) < 0;
          const isSelected = row?.kind === "note" && selection.has(row.note.id);
          return (
            <div
              key={rows[index]}
              id={`row-${index}`}
              role="option"
              class={isArticle ? "row-article" : "row-note"}
              aria-selected={isSelected}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-current={index === current ? "" : undefined}
              style={{
                height: `${size}px`,
                transform: `translateY(${start}px)`,
                ...(row?.kind === "note" ? { "--colour": `var(--${row.note.body.colour})` } : {}),
              }}
              onClick={(event) => {
                setCurrent(index);
                const isOnBox = event.target instanceof Element && event.target.closest(".box") !== null;
                if (event.shiftKey) void selectStretch(anchor.current ?? current, index);
                else if (isOnBox || event.ctrlKey || event.metaKey) toggle(index);
                else open(index);
              }}
            >
              <span class="box" title={message("selectRow")} />
              <span class="row-text">
                <RowView row={row} words={listed.words} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
