import { useRef, useState } from "preact/hooks";
import { importFile, type ImportOutcome, previewImport } from "../../exchange/import.ts";
import { putBackupOff } from "../../exchange/backlog.ts";
import { message, plural } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { Refused, Rejected, Report } from "./report.tsx";
import { useWork } from "./use-work.ts";
import { Working } from "./working.tsx";

type Read = Extract<ImportOutcome, { kind: "read" }>;

/** Where an import stands. */
type Stage =
  | { readonly at: "start" }
  /** The file was read; the user decides. */
  | { readonly at: "preview"; readonly file: File; readonly outcome: Read }
  | { readonly at: "importing"; readonly file: File }
  | { readonly at: "done"; readonly outcome: ImportOutcome }
  /** The user ended it half way. */
  | { readonly at: "ended" };

/** A file of another program's, or a backup: first what it would do, then, if the user wants it, the doing. */
export function Import({ database }: { readonly database: Database }) {
  const work = useWork();
  const [stage, setStage] = useState<Stage>({ at: "start" });
  const picker = useRef<HTMLInputElement>(null);

  const preview = async (file: File): Promise<void> => {
    setStage({ at: "start" });
    const read = await work.run((signal, onProgress) => previewImport(database, file, signal, onProgress));
    if (read === null) return;
    if (!read.ok) work.fail(failureText(read.error));
    else if (read.value.kind === "rejected") setStage({ at: "done", outcome: read.value });
    else setStage({ at: "preview", file, outcome: read.value });
  };

  const take = async (file: File): Promise<void> => {
    setStage({ at: "importing", file });
    const imported = await work.run((signal, onProgress) => importFile(database, file, signal, onProgress));
    if (imported === null) setStage({ at: "ended" });
    else if (imported.ok) {
      setStage({ at: "done", outcome: imported.value });
      // What has just come out of a file needs no reminder to be put into one.
      await putBackupOff(new Date());
    } else {
      setStage({ at: "start" });
      work.fail(failureText(imported.error));
    }
  };

  return (
    <section id="import" aria-labelledby="import-title">
      <h2 id="import-title">{message("import")}</h2>
      <p class="soft">{message("importHint")}</p>
      <div class="row">
        <button type="button" disabled={work.isRunning} onClick={() => picker.current?.click()}>
          {message("chooseFile")}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,.jsonld,.gz,.csv,.html,.htm,.zip,application/json,text/csv,text/html,application/zip,application/gzip"
          aria-label={message("importLabel")}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void preview(file);
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
      </div>
      <div role="status">
        <Working work={work} label={message(stage.at === "importing" ? "importing" : "readingFile")} />
        {stage.at === "preview" && (
          <Preview
            {...stage}
            onTake={() => void take(stage.file)}
            onLeave={() => {
              setStage({ at: "start" });
              picker.current?.parentElement?.querySelector("button")?.focus();
            }}
          />
        )}
        {stage.at === "done" &&
          (stage.outcome.kind === "rejected" ? (
            <Rejected problem={stage.outcome.problem} />
          ) : (
            <Report outcome={stage.outcome} />
          ))}
        {stage.at === "ended" && work.problem === null && <p class="notice">{message("importEnded")}</p>}
      </div>
    </section>
  );
}

interface PreviewProps {
  readonly file: File;
  readonly outcome: Read;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What a file would do. */
function Preview({ file, outcome, onTake, onLeave }: PreviewProps) {
  const { added, updated, unchanged, articles, refusedCount, samples } = outcome;
  const hasAny = added + updated + articles > 0;
  return (
    <div class="notice preview">
      <p dir="auto">
        <b>{file.name}</b>
      </p>
      <ul class="counts">
        <li>{plural("wouldAdd", added)}</li>
        {articles > 0 && <li>{plural("wouldKeepArticles", articles)}</li>}
        {updated > 0 && <li>{plural("wouldUpdate", updated)}</li>}
        {unchanged > 0 && <li>{plural("wouldKeep", unchanged)}</li>}
        {refusedCount > 0 && <li>{plural("wouldRefuse", refusedCount)}</li>}
      </ul>
      {refusedCount > 0 && <Refused outcome={outcome} />}
      {samples.length > 0 && hasAny && (
        <>
          <p class="soft">{message("importSamples")}</p>
          <ul class="samples">
            {samples.map((sample, index) => (
              <li key={index} dir="auto">
                {sample}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="row">
        {hasAny ? (
          <button type="button" class="primary" autofocus onClick={onTake}>
            {message("import")}
          </button>
        ) : (
          <p>{message("nothingToImport")}</p>
        )}
        <button type="button" onClick={onLeave}>
          {message(hasAny ? "cancel" : "close")}
        </button>
      </div>
    </div>
  );
}
