import type { Analysis } from "../../../src/analyse.ts";
import { type Marking, USUAL_MARKING } from "../../../src/annotation/records/marking.ts";
import { pageIdentity } from "../page-address.ts";
import type { PageAddresses } from "../../../src/page/page-key.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import { likeness, printOf, type StoryPrint } from "../../../src/article/stories/same-story.ts";
import type { ReadingState } from "../../calls/page-report.ts";
import type { Failure, Result } from "../../../src/result.ts";
import { countNames, type NameCount } from "../../../src/reading/names.ts";
import type { LiveArticle } from "../../dom/article/article.ts";
import type { Painter } from "../../dom/painting/painter.ts";
import { isSameMap } from "../../dom/text/text-map.ts";
import { callBackground } from "../../calls/call.ts";
import { openQuestion, type Question } from "../../calls/question.ts";
import { type ArticleView, createArticleView } from "./article-view.ts";
import { type Corrections, createCorrections } from "./corrections.ts";
import { keepArticle } from "./keep-article.ts";
import { titleOf, pageAddress } from "../page-address.ts";
import type { Meter } from "../meter.ts";

/** One story of a page: recognised, painted, and followed while the page changes. */
export interface Story {
  readonly state: ReadingState;
  /** Why recognition failed, where `state` is "failed". */
  readonly problem: Failure | null;
  readonly live: LiveArticle;
  readonly facts: ArticleFacts;
  readonly view: ArticleView | null;
  readonly corrections: Corrections;
  /** Its address in this document. A page of several stories may tell it late, so it can be set. */
  url: string;
  /** It stands at another story's address: its own is the next that the page takes while it is in view. */
  isStray: boolean;
  /** Where it was met, and what it says its address is. */
  readonly met: PageAddresses;
  /** Its identity, the same at all of its addresses. */
  readonly page: string;
  /** How many people, places and sources were found, or `null` where nothing was looked for. */
  readonly count: NameCount | null;
  readonly print: StoryPrint;
  /** Recognises and paints it for the first time. Gives true, like `follow` where something has changed. */
  read(): Promise<boolean>;
  /**
   * Takes up what the page makes of it now. What is painted on unchanged text stays; only a changed text is recognised
   * again. `isHere`: the page's data are about it, and not about another story that the page shows or has shown. Gives
   * whether anything has changed.
   */
  follow(live: LiveArticle, isHere: boolean): Promise<boolean>;
  /** Looks anew whether the site is switched off, and paints or takes away accordingly. */
  reconsider(): Promise<void>;
  /** Marks what the user wants to be marked from now on. */
  mark(wanted: Marking): void;
  /** Paints and counts what was recognised, as the user's corrections have it now. */
  showNames(): void;
  /** Takes everything away that was painted: the story has left the page. */
  leave(): void;
}

/** What a story shares with the others of its page. */
export interface Around {
  /** Whether the user has hidden what was recognised; where they have not said so here, as `usually`. */
  isHidden(usually: boolean): boolean;
  /** Is told whenever `count` may have changed. */
  counted(): void;
}

export function createStory(
  painter: Painter,
  first: LiveArticle,
  url: string,
  meter: Meter,
  { isHidden, counted }: Around,
): Story {
  let live = first;
  let print = printOf(live.article);
  let { facts } = live;
  /** What was recognised, before the user's corrections, and the reading that it is of. */
  let recognised: { readonly live: LiveArticle; readonly analysis: Analysis } | null = null;
  let view: ArticleView | null = null;
  let state: ReadingState = "reading";
  let problem: Failure | null = null;
  /** The page whose corrections hold. */
  let correctedAs = "";
  let marking = USUAL_MARKING;
  /** Counts the analyses: the answer of one that was overtaken by the next is dropped. */
  let turn = 0;
  /** The analysis that is waited for. */
  let question: Question | null = null;

  /** Recognises and paints, unless the user has switched this site off. */
  async function analyse(): Promise<void> {
    turn += 1;
    const thisTurn = turn;
    question?.drop();
    // A story that only has grown keeps what is known of it until more is.
    if (recognised === null) state = "reading";
    const settings = await callBackground("siteSettings", { site: new URL(pageAddress()).host });
    if (turn !== thisTurn) return;
    if (settings.ok && settings.value.mode === "never") {
      state = "off";
      forget();
      return;
    }
    if (settings.ok) ({ marking } = settings.value);
    const asked = live;
    correctedAs = story.page;
    // Where the corrections can't be read the highlights can't either, and loading those says so.
    const [analysed] = await Promise.all([askAbout(asked.article), corrections.load()]);
    if (turn !== thisTurn) return;
    if (!analysed.ok) {
      state = "failed";
      problem = analysed.error;
      forget();
      return;
    }
    problem = null;
    recognised = { live: asked, analysis: analysed.value };
    state = analysed.value.supported ? "done" : "unsupported";
    showNames();
  }

  async function askAbout(article: Article): Promise<Result<Analysis>> {
    const own = openQuestion();
    question = own;
    const answer = await callBackground("analyse", { question: own.name, article });
    own.drop();
    return answer;
  }

  function showNames(): void {
    if (recognised === null) return;
    // The same text may stand in other nodes by now. Of another text nothing is known until that is recognised.
    if (isSameText(recognised.live, live)) recognised = { ...recognised, live };
    view?.stop();
    view = createArticleView(
      recognised.live,
      corrections.apply(recognised.live.article.text, recognised.analysis),
      painter,
      meter,
      marking,
    );
    if (isHidden(marking.level === "off")) view.hide();
    else view.show();
    counted();
    void keepArticle(story);
  }

  function forget(): void {
    view?.hide();
    view = null;
    recognised = null;
    counted();
  }

  const story: Story = {
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
      return facts;
    },
    get view() {
      return view;
    },
    get corrections() {
      return corrections;
    },
    url,
    isStray: false,
    get met() {
      return { url: story.url, canonical: facts.url };
    },
    get page() {
      return pageIdentity(story.met);
    },
    get count() {
      return recognised?.analysis.supported === true && view !== null ? countNames(view.analysis) : null;
    },
    get print() {
      return print;
    },
    async read() {
      await analyse();
      return true;
    },
    async follow(next, isHere) {
      const before = live;
      live = next;
      // The page's data may be another story's by now; what they said while this one was the page's own holds on.
      const hasFacts = isHere && JSON.stringify(next.facts) !== JSON.stringify(facts);
      if (isHere) ({ facts } = next);
      if (!isSameText(before, next)) {
        print = printOf(next.article);
        await analyse();
        return true;
      }
      const isMoved = story.page !== correctedAs;
      if (isMoved) {
        // Another page's corrections hold, and its record is this story's.
        correctedAs = story.page;
        await corrections.load();
      }
      if (!isMoved && isSameMap(before.map, next.map)) return hasFacts;
      showNames();
      return true;
    },
    async reconsider() {
      forget();
      await analyse();
    },
    mark(wanted) {
      marking = wanted;
      showNames();
    },
    showNames,
    leave() {
      turn += 1;
      question?.drop();
      forget();
      painter.end();
    },
  };
  const corrections = createCorrections(() => ({ page: story.page, title: titleOf(facts), met: story.met }));
  return story;
}

/** Whether two readings are the same to recognition. */
function isSameText({ article: a }: LiveArticle, { article: b }: LiveArticle): boolean {
  return a.text === b.text && a.language === b.language;
}

/** The story that a reading is of, or `null` where it is of none of these. */
export function storyLike(stories: readonly Story[], { article }: LiveArticle): Story | null {
  const print = printOf(article);
  let best: Story | null = null;
  let bestLikeness = 0;
  for (const story of stories) {
    const found = likeness(print, story.print);
    if (found > bestLikeness) [best, bestLikeness] = [story, found];
  }
  return best;
}
