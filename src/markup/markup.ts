/** What a note's Markdown says: a tree of plain data, with nothing in it that could load, run or send anything. */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "emphasis" | "strong" | "struck"; readonly children: readonly Inline[] }
  /** `href` begins with http:, https: or mailto:, and with nothing else. */
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly children: readonly Inline[] }
  | { readonly kind: "code-block"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "quote"; readonly children: readonly Block[] }
  /** `start` is the first item's number, or `null` for a list with bullets. */
  | { readonly kind: "list"; readonly start: number | null; readonly items: readonly (readonly Block[])[] };
