import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Colour } from "../../../src/reading/contrast.ts";
import type { Box } from "../../../src/reading/placement.ts";
import type { BrowserDriver } from "../../../tools/browsers/driver.ts";

/**
 * The colours in some boxes of the viewport as they are painted, the most frequent first. Boxes are CSS pixels. The page
 * itself takes the picture apart, so it must not forbid `data:` images.
 */
export async function pixelsOf<Name extends string>(
  browser: BrowserDriver,
  boxes: Readonly<Record<Name, Box>>,
): Promise<Record<Name, Colour[]>> {
  const folder = mkdtempSync(join(tmpdir(), "pixels-"));
  const file = join(folder, "page.png");
  await browser.screenshot(file);
  const picture = readFileSync(file).toString("base64");
  rmSync(folder, { recursive: true });
  return browser.evaluate(
    async (input) => {
      const image = new Image();
      image.src = `data:image/png;base64,${input.picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const scale = image.width / innerWidth;
      const found: Record<string, Colour[]> = {};
      for (const [name, { left, top, width, height }] of Object.entries<Box>(input.boxes)) {
        const { data } = context.getImageData(left * scale, top * scale, width * scale, height * scale);
        const counts = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4) {
          const key = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        found[name] = [...counts]
          .toSorted((a, b) => b[1] - a[1])
          .map(([key]) => {
            const [red = 0, green = 0, blue = 0] = key.split(" ").map(Number);
            return { red, green, blue, alpha: 1 };
          });
      }
      return found as Record<Name, Colour[]>;
    },
    { picture, boxes },
  );
}
