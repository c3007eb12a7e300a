import { message } from "../../locale/message.ts";
import { useLibrary } from "../library-world.ts";
import { MOST_BESIDE } from "../place.ts";
import { FindName, useNameFinder } from "./find-name.tsx";

interface CompareProps {
  readonly name: string;
  readonly beside: readonly string[];
}

/** Puts others beside a name in its chart: who says most first, or who is typed. */
export function Compare({ name, beside }: CompareProps) {
  const { go } = useLibrary();
  const finder = useNameFinder(name, MOST_BESIDE);
  if (beside.length >= MOST_BESIDE) return null;
  return (
    <FindName
      finder={finder}
      class="comparing"
      title={message("compareWith")}
      hint={message("compareHint")}
      names={finder.others.filter(({ key, statements }) => statements > 0 && !beside.includes(key))}
      label={(other) => other.name}
      onChoose={({ key }) => {
        finder.setTyped("");
        go({ beside: [...beside, key] }, "replace");
      }}
    />
  );
}
