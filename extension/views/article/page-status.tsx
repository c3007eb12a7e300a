import { useState } from "preact/hooks";
import type { Decision, ReasonCode } from "../../../src/article/detection/detect.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { callBackground } from "../../calls/call.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { FailureCode } from "../../../src/result.ts";
import type { Page } from "./ask-page.ts";

/** Why there are no names to show, or `null` where there are. */
export function pageMessage(page: Page): string | null {
  if (page.state === "loading") return message("loading");
  if (page.state === "unread") {
    if (page.decision !== null) return reasonText(page.decision);
    return message(canBeRead(page.url) ? "pageUnread" : "pageClosed");
  }
  switch (page.report.state) {
    case "done":
      return null;
    case "unread":
    case "reading":
      return message("reading");
    case "nothing":
      return message("pageNothing");
    case "off":
      return message("pageOff", page.report.site);
    case "unsupported":
      return message("pageUnsupported");
    case "failed":
      return failureText({ code: (page.report.failure ?? "internal") as FailureCode });
  }
}

/** Which part of a page was read, where that is not all of it. */
export function CutNotice({ page }: { readonly page: Page }) {
  const cutBehind = page.state === "read" && page.report.state === "done" ? page.report.cutBehind : null;
  if (cutBehind === null) return null;
  return (
    <p class="soft small cut" role="status">
      {message("pageCut", cutBehind)}
    </p>
  );
}

/** Whether extensions may look at a page. Tabs that were open before the extension was installed have no detector yet. */
function canBeRead(url: string): boolean {
  return /^https?:/.test(url);
}

const REASONS: Record<ReasonCode, MessageKey> = {
  "declared-article": "reasonDeclaredArticle",
  "article-text": "reasonArticleText",
  "front-page": "reasonFrontPage",
  "section-front": "reasonSectionFront",
  product: "reasonProduct",
  discussion: "reasonDiscussion",
  reference: "reasonReference",
  "little-text": "reasonLittleText",
  "other-text": "reasonOtherText",
};

/** What the page looks like. */
function reasonText({ isArticle, reason: { code } }: Decision): string {
  const reason = message(REASONS[code]);
  return isArticle ? `${reason} ${message("articleUnread")}` : reason;
}

interface PageStatusProps {
  readonly page: Page;
  readonly text: string;
  /** Whether the user may ask for the page to be read all the same. */
  readonly canRead: boolean;
  /** The page is being read now. */
  readonly onRead: () => void;
}

/** What stands in place of the names, with a way on where there is one. */
export function PageStatus({ page, text, canRead, onRead }: PageStatusProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const isFailure = page.state === "read" && page.report.state === "failed";
  return (
    <div class="state" role={isFailure ? "alert" : "status"}>
      <p>{text}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      {canRead && page.state === "unread" && canBeRead(page.url) && (
        <button
          type="button"
          class="primary"
          onClick={async () => {
            const answer = await callBackground("readAnyway", { tabId: page.tabId });
            setProblem(answer.ok ? null : failureText(answer.error));
            onRead();
          }}
        >
          {message(page.decision === null || page.decision.isArticle ? "readNow" : "readAnyway")}
        </button>
      )}
    </div>
  );
}
