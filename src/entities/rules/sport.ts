import type { TaggedText } from "./tagged-text.ts";

/** What teams do, and what is said of them. */
const SPORT: ReadonlySet<string> = new Set(
  (
    "beat beats goal goals striker midfielder defender goalkeeper quarterback coach season league halftime half-time innings " +
    "inning playoff playoffs touchdown touchdowns penalty matches scored homer runs wickets semifinal semifinals semi-final semi-finals"
  ).split(" "),
);
/** So many different ones of these words make a document one about sport. */
const ENOUGH_SPORT = 3;

/** Whether a document is about sport, where places are teams. */
export function tellsOfSport({ sentences }: TaggedText): boolean {
  const found = new Set<string>();
  for (const { tokens } of sentences) for (const { text } of tokens) if (SPORT.has(text)) found.add(text);
  return found.size >= ENOUGH_SPORT;
}
