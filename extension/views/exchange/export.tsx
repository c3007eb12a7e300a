import { useState } from "preact/hooks";
import type { FileFormatName } from "../../../src/exchange/export/formats.ts";
import { readTemplate } from "../../../src/exchange/export/template.ts";
import type { Scope } from "../../exchange/articles.ts";
import { exportFile, type Made } from "../../exchange/export.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { MadeFile } from "./made-file.tsx";
import { handToObsidian, WayToObsidian } from "./send-to-obsidian.tsx";
import { Template } from "./template.tsx";
import { useTemplate } from "./use-template.ts";
import { useWork } from "./use-work.ts";
import { Working } from "./working.tsx";

type FormatName = FileFormatName | "obsidian";

/** The formats in the order of the list: for reading, for writing, for tables, for other programs, for citing. */
const FORMATS: Readonly<Record<FormatName, MessageKey>> = {
  obsidian: "formatObsidian",
  markdown: "formatMarkdown",
  html: "formatHtml",
  text: "formatText",
  csv: "formatCsv",
  readwise: "formatReadwise",
  hypothesis: "formatHypothesis",
  w3c: "formatW3c",
  ris: "formatRis",
  bibtex: "formatBibtex",
  csl: "formatCsl",
};

interface ExportProps {
  readonly database: Database;
  readonly scope: Scope;
}

/** Highlights and notes into a file for another program. */
export function Export({ database, scope }: ExportProps) {
  const work = useWork();
  const [format, setFormat] = useState<FormatName>("obsidian");
  const [template, setTemplate] = useTemplate();
  const [made, setMade] = useState<Made | null>(null);
  /** Where Obsidian takes what was handed to it. */
  const [address, setAddress] = useState<string | null>(null);
  const isUsable = format !== "obsidian" || readTemplate(template).ok;
  const [page, ...others] = scope.kind === "pages" ? scope.pages : [];
  const forget = (): void => {
    setMade(null);
    setAddress(null);
  };
  return (
    <div class="export">
      <div class="row">
        <label class="format">
          <span>{message("exportFormat")}</span>
          <select
            value={format}
            onChange={({ currentTarget }) => {
              forget();
              setFormat(currentTarget.value as FormatName);
            }}
          >
            {Object.entries(FORMATS).map(([name, text]) => (
              <option key={name} value={name}>
                {message(text)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="primary"
          disabled={work.isRunning || !isUsable}
          onClick={async () => {
            forget();
            const chosen = format === "obsidian" ? { format, template } : { format };
            setMade(await work.run((signal, onProgress) => exportFile(database, scope, chosen, signal, onProgress)));
          }}
        >
          {message("export")}
        </button>
        {format === "obsidian" && page !== undefined && others.length === 0 && (
          <button
            type="button"
            class="to-obsidian"
            disabled={work.isRunning || !isUsable}
            onClick={async () => {
              forget();
              const handed = await work.run(async () => ({ to: await handToObsidian(database, page, template) }));
              if (handed?.to === null) work.fail(message("notCopied"));
              else setAddress(handed?.to ?? null);
            }}
          >
            {message("sendToObsidian")}
          </button>
        )}
      </div>
      {format === "obsidian" && <Template database={database} template={template} onChange={setTemplate} />}
      <div role="status">
        <Working work={work} label={message("exporting")} />
        {made !== null && <MadeFile made={made} />}
        {address !== null && <WayToObsidian address={address} />}
      </div>
    </div>
  );
}
