import type { OutlineElement } from "./outline.ts";

/** What an element's tag, role and names say about the text in it; bits, so that they inherit with one `|`. */
export const HINT = {
  /** The page's frame: navigation, footer, complementary boxes, dialogs, forms. */
  frame: 1,
  /** A box that is no part of the story, by its names: related stories, share bars, newsletters, comments. */
  extra: 2,
  /** A picture's caption or credit. */
  caption: 4,
  /** Around the author's name or the date. */
  signature: 8,
  /** A teaser below the headline. */
  standfirst: 16,
  /** The story's own text, as its microdata say. */
  story: 32,
  /** Lists of comments. */
  comments: 64,
  header: 128,
  quote: 256,
  list: 512,
  table: 1024,
  figure: 2048,
  author: 4096,
} as const;

const FRAME_TAGS: ReadonlySet<string> = new Set(["nav", "footer", "aside", "form", "menu", "dialog"]);
const FRAME_ROLES =
  /^(?:navigation|complementary|contentinfo|search|dialog|alertdialog|alert|banner|menu|menubar|toolbar|tablist|listbox)$/;
/** Names are split into words at hyphens, underscores, spaces and humps before these are asked. */
const EXTRA_NAMES =
  / (?:related|recommend\w*|recirc\w*|share|social(?! (?:media )?embed)\w*|newsletters?|subscri\w*|sign ?up|promos?|sponsor\w*|advert\w*|ads?|banner|cookies?|side ?bar|rail|breadcrumbs?|nav|navigation|footer|masthead|popup|modal|overlay|paywall|most (?:read|popular|viewed|commented)|trending|popular (?:posts|stories|articles|now|news)|outbrain|taboola|read (?:more|next|also|too)|also read|more (?:on|from|stories|news|articles)|pagination|tags?|topics?|teasers?|carousel|slider|follow|polls?|tooltip|infobox|player|affiliate|callout|cta|onward) /;
const COMMENT_NAMES =
  / (?:comments?|disqus|commentlist|respond|reply|replies|kommentare?|comentarios|livefyre|discussion) /;
const CAPTION_NAMES =
  / (?:captions?|fig ?caption|photo ?credit|image ?credit|img ?credit|credits?|bild(?:unterschrift|text|quelle|nachweis)|image ?(?:copyright|source)|legend|copyright|photo ?by|media ?(?:caption|credit|info)) /;
const SIGNATURE_NAMES =
  / (?:by ?lines?|authors?|autor(?:en)?|meta|metadata|datelines?|date|dates|published|pubdate|time ?stamp|date ?time|writers?|posted|read(?:ing)? ?time|kicker|eyebrow|section ?label) /;
const AUTHOR_NAMES =
  / (?:author (?:bio|box|info|card|description|profile|about|details|block)|about (?:the )?author|bio|biography|authorbox|contributors?) /;
const STANDFIRST_NAMES =
  / (?:stand ?first|sub ?titles?|sub ?heads?|sub ?headlines?|deck|dek|summary|teaser ?text|intro|introduction|excerpt|lede?|lead|leadtext|vorspann|chapo|chapeau|entradilla|bajada|sottotitolo|occhiello|strapline|article ?description|abstract|ingress) /;
/** Own hints of one element. Pure text work: cache it by `tag`, `role`, `itemprop` and `names`. */
export function hintsOf(element: OutlineElement): number {
  const { tag, role, itemprop } = element;
  let hints = 0;
  if (FRAME_TAGS.has(tag) || FRAME_ROLES.test(role)) hints |= HINT.frame;
  if (tag === "figcaption" || tag === "caption") hints |= HINT.caption;
  else if (tag === "figure") hints |= HINT.figure;
  else if (tag === "header") hints |= HINT.header;
  else if (tag === "blockquote") hints |= HINT.quote;
  else if (tag === "ul" || tag === "ol" || tag === "dl") hints |= HINT.list;
  else if (tag === "table") hints |= HINT.table;
  if (itemprop !== "") hints |= hintsOfProperty(itemprop);
  if (element.names === "") return hints;
  // Some papers mark the paragraphs behind their paywall by its name; a reader who sees them has paid.
  return hints | hintsOfNames(tag === "p" ? element.names.replace(/\bpaywall\b/g, "") : element.names);
}

function hintsOfProperty(itemprop: string): number {
  if (itemprop === "articleBody") return HINT.story;
  if (itemprop === "caption" || itemprop === "copyrightHolder") return HINT.caption;
  if (itemprop === "author" || itemprop.startsWith("date")) return HINT.signature;
  return itemprop === "description" || itemprop === "alternativeHeadline" ? HINT.standfirst : 0;
}

/** What class names and ids say: of a block-level element or of an inline one around its text. */
export function hintsOfNames(names: string): number {
  const words = ` ${names
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[^a-zA-Z]+/g, " ")
    .toLowerCase()} `;
  return (
    (EXTRA_NAMES.test(words) ? HINT.extra : 0) |
    (COMMENT_NAMES.test(words) ? HINT.comments : 0) |
    (CAPTION_NAMES.test(words) ? HINT.caption : 0) |
    (SIGNATURE_NAMES.test(words) ? HINT.signature : 0) |
    (AUTHOR_NAMES.test(words) ? HINT.author : 0) |
    (STANDFIRST_NAMES.test(words) ? HINT.standfirst : 0)
  );
}
