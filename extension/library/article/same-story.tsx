import { message } from "../../locale/message.ts";
import type { Elsewhere } from "../../store/same-story.ts";
import { OtherOutlet } from "../../views/notes/other-outlet.tsx";
import { useLibrary } from "../library-world.ts";
import { hashOf } from "../place.ts";
import { useOpenPassage } from "./use-open-passage.ts";

/** The same story at other outlets, with the user's highlights there. */
export function SameStory({ elsewhere }: { readonly elsewhere: readonly Elsewhere[] }) {
  const { say } = useLibrary();
  const open = useOpenPassage();
  return elsewhere.map((other) => (
    <OtherOutlet
      key={other.article.page}
      other={other}
      say={say}
      onGo={({ id, target }) => void open(target, { kind: "annotation", id })}
    >
      <a href={hashOf({ article: other.article.page })}>{message("openInLibrary")}</a>
    </OtherOutlet>
  ));
}
