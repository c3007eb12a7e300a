/** Says to screen readers what the eye sees. */
export interface Announcer {
  /** To be in the page before the first text. */
  readonly element: HTMLElement;
  /** `polite` waits until the user has heard the sentence; `assertive` does not. */
  announce(text: string, urgency: "polite" | "assertive"): void;
}

/** How long a region rests empty before a text is put in, in milliseconds: a change in it is what is spoken. */
const REST = 120;

/** One region for each urgency, there from the beginning: text in a region that is new is not spoken. */
export function createAnnouncer({ lang, dir }: { readonly lang: string; readonly dir: string }): Announcer {
  const element = document.createElement("div");
  element.className = "unseen";
  element.lang = lang;
  element.dir = dir;
  const regions = { polite: createRegion("polite"), assertive: createRegion("assertive") };
  element.append(regions.polite, regions.assertive);
  const waiting: Record<keyof typeof regions, string[]> = { polite: [], assertive: [] };

  return {
    element,
    announce(text, urgency) {
      const region = regions[urgency];
      const texts = waiting[urgency];
      texts.push(text);
      // What is said within one breath is said together.
      if (texts.length > 1) return;
      region.textContent = "";
      setTimeout(() => {
        region.textContent = texts.join(" ");
        texts.length = 0;
      }, REST);
    },
  };
}

function createRegion(urgency: "polite" | "assertive"): HTMLElement {
  const region = document.createElement("div");
  region.setAttribute("role", urgency === "polite" ? "status" : "alert");
  region.setAttribute("aria-live", urgency);
  region.setAttribute("aria-atomic", "true");
  return region;
}
