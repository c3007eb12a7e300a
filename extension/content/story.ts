import type { Analysis } from "../../src/analyse.ts";
import type { ArticleFacts } from "../../src/article/article.ts";
import type { ReadingState } from "../../src/messaging/protocol.ts";
import type { Failure } from "../../src/messaging/result.ts";
import { countNames } from "../../src/reading/subjects.ts";
import { type LiveArticle, readArticle } from "../dom/article.ts";
import type { Painter } from "../dom/painter.ts";
import { callBackground } from "../messaging/call.ts";
import { type ArticleView, createArticleView } from "./article-view.ts";
import type { Corrections } from "./corrections.ts";

/** The article of a page: read, recognised, painted. */
export interface Story {
  readonly state: ReadingState;
  /** Why recognition failed, where `state` is "failed". */
  readonly problem: Failure | null;
  readonly live: LiveArticle | null;
  /** What is known of the article; of a page that was not read, its title and address. */
  readonly facts: ArticleFacts;
  readonly view: ArticleView | null;
  /** Reads the page as an article, recognises and paints. Asked again, it does nothing. */
  read(): Promise<void>;
  /** Looks anew whether the site is switched off, and paints or takes away accordingly. */
  reconsider(): Promise<void>;
  /** Paints and counts what was recognised, as the reader's corrections have it now. */
  showNames(): void;
}

export function createStory(painter: Painter, corrections: Corrections): Story {
  let live: LiveArticle | null = null;
  /** What was recognised, before the reader's corrections. */
  let recognised: Analysis | null = null;
  let view: ArticleView | null = null;
  let state: ReadingState = "unread";
  let problem: Failure | null = null;
  /** Counts the analyses: the answer of one that was overtaken by the next is dropped. */
  let turn = 0;

  /** Recognises and paints, unless the reader has switched this site off. */
  async function analyse(): Promise<void> {
    turn += 1;
    const thisTurn = turn;
    if (live === null) {
      state = "nothing";
      return;
    }
    state = "reading";
    const settings = await callBackground("siteSettings", { site: location.host });
    if (turn !== thisTurn) return;
    if (settings.ok && !settings.value.highlighting) {
      state = "off";
      void callBackground("showCount", { count: null });
      return;
    }
    // Where the corrections can't be read the marks can't either, and loading those says so.
    const [analysed] = await Promise.all([callBackground("analyse", live.article), corrections.load()]);
    if (turn !== thisTurn) return;
    if (!analysed.ok) {
      state = "failed";
      problem = analysed.error;
      return;
    }
    problem = null;
    recognised = analysed.value;
    showNames();
    state = analysed.value.supported ? "done" : "unsupported";
  }

  function showNames(): void {
    if (live === null || recognised === null) return;
    const isHidden = view !== null && !view.isShown;
    view = createArticleView(live, corrections.apply(recognised), painter);
    if (!isHidden) view.show();
    void callBackground("showCount", { count: recognised.supported ? countNames(view.analysis) : null });
  }

  return {
    get state() {
      return state;
    },
    get problem() {
      return problem;
    },
    get live() {
      return live;
    },
    get facts() {
      return live?.facts ?? factsOfPage();
    },
    get view() {
      return view;
    },
    async read() {
      if (state !== "unread") return;
      live = readArticle(document, location.href);
      await analyse();
    },
    async reconsider() {
      view?.hide();
      view = null;
      recognised = null;
      if (state !== "unread") await analyse();
    },
    showNames,
  };
}

function factsOfPage(): ArticleFacts {
  return {
    headline: document.title === "" ? null : document.title,
    bylines: [],
    authors: [],
    agency: null,
    published: null,
    modified: null,
    outlet: null,
    url: location.href,
  };
}
