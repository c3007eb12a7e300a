import { useEffect, useState } from "preact/hooks";
import { hashOf, type Place, placeOf } from "./place.ts";

/** Changes what is shown. What is typed replaces the step before, so that going back does not go letter by letter. */
export type Go = (changes: Partial<Place>, how?: "step" | "replace") => void;

/** What the address says is shown. */
export function usePlace(): readonly [Place, Go] {
  const [place, setPlace] = useState<Place>(() => placeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(location.hash));
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("hashchange", follow);
      removeEventListener("popstate", follow);
    };
  }, []);
  const go: Go = (changes, how = "step") => {
    const next = { ...placeOf(location.hash), ...changes };
    const hash = hashOf(next);
    if (hash === hashOf(placeOf(location.hash))) return;
    if (how === "replace") history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    setPlace(next);
  };
  return [place, go];
}
