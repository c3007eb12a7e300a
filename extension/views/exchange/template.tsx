import { useEffect, useState } from "preact/hooks";
import type { ArticleExport } from "../../../src/exchange/export/article.ts";
import { obsidian, TEMPLATE } from "../../../src/exchange/export/markdown.ts";
import { readTemplate, TEMPLATE_NAMES, type TemplateProblem } from "../../../src/exchange/export/template.ts";
import { articlesOf } from "../../exchange/articles.ts";
import { exportContext } from "../../exchange/export.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";

interface TemplateProps {
  readonly database: Database;
  readonly template: string;
  readonly onChange: (template: string) => void;
}

/** How long typing must rest before the preview is made anew, in milliseconds. */
const REST = 250;

/** What an article's note looks like in Obsidian, for the user to change, beside what it makes of one of their articles. */
export function Template({ database, template, onChange }: TemplateProps) {
  const [preview, setPreview] = useState<string | null>(null);
  const checked = readTemplate(template);
  useEffect(() => {
    if (!checked.ok) return undefined;
    let isOver = false;
    const timer = setTimeout(async () => {
      const text = await previewOf(database, template);
      if (!isOver) setPreview(text);
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [template, checked.ok]);
  return (
    <details class="template">
      <summary>{message("template")}</summary>
      <p class="soft">{message("templateHint")}</p>
      <p class="soft names">
        {[
          ...TEMPLATE_NAMES.article,
          "#highlights",
          ...TEMPLATE_NAMES.highlights,
          "#names",
          ...TEMPLATE_NAMES.names,
        ].map((name, index) => (
          <code key={`${name}${index}`}>{`{{${name}}}`}</code>
        ))}
      </p>
      <textarea
        aria-label={message("template")}
        aria-invalid={!checked.ok}
        rows={14}
        spellcheck={false}
        dir="ltr"
        value={template}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div role="status">{!checked.ok && <p class="notice error">{problemText(checked.error)}</p>}</div>
      {template !== TEMPLATE && (
        <button type="button" onClick={() => onChange(TEMPLATE)}>
          {message("templateReset")}
        </button>
      )}
      {preview !== null && (
        <figure>
          <figcaption class="soft">{message("templatePreview")}</figcaption>
          <pre dir="auto" tabIndex={0}>
            {preview}
          </pre>
        </figure>
      )}
    </details>
  );
}

const PROBLEMS: Record<TemplateProblem["kind"], MessageKey> = {
  "open-tag": "templateOpenTag",
  "open-section": "templateOpenSection",
  "stray-end": "templateStrayEnd",
  delimiters: "templateDelimiters",
  "unknown-name": "templateUnknownName",
};

const problemText = ({ kind, name, line }: TemplateProblem): string =>
  message(PROBLEMS[kind], line.toLocaleString(), name);

/** What a template makes of the first article, or `null` where there is none. */
async function previewOf(database: Database, template: string): Promise<string | null> {
  for await (const articles of articlesOf(database, { kind: "everything" })) {
    const article: ArticleExport | undefined = articles[0];
    if (article === undefined) continue;
    return obsidian(template).open(await exportContext(database, 1))(article).text;
  }
  return null;
}
