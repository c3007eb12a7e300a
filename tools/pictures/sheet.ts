import { writeFileSync } from "node:fs";

export interface Picture {
  /** The file's path beside the sheet. */
  readonly file: string;
  readonly scene: string;
  readonly look: string;
  readonly browser: string;
}

/** Writes a page that shows the pictures by scene, the browsers and looks of one scene side by side. */
export function writeSheet(file: string, pictures: readonly Picture[]): void {
  const scenes = [...new Set(pictures.map(({ scene }) => scene))];
  const sections = scenes.map((wanted) => {
    const taken = pictures.filter(({ scene }) => scene === wanted);
    return `<h2>${wanted}</h2>\n<div>${taken.map(figure).join("\n")}</div>`;
  });
  const style =
    "body{font:14px sans-serif}div{display:flex;flex-wrap:wrap;gap:1rem}img{max-width:30rem;border:1px solid}";
  const head = `<meta charset="utf-8"><title>Pictures of Sourceline</title><style>${style}</style>`;
  writeFileSync(file, `<!doctype html>\n${head}\n${sections.join("\n")}\n`);
}

const figure = ({ file, look, browser }: Picture): string =>
  `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${browser}, ${look}: ${file}</figcaption></figure>`;
