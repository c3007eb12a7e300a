// The licences of the packages that a build takes code from. Plain JavaScript: it is a part of the build.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the package that an input of esbuild belongs to, such as `node_modules/@scope/name`. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * What must go with copies of others' code: name, version and licence of each package, in order of names. Throws where
 * a package brings no licence text.
 * @param {string} root the project's folder
 * @param {Iterable<string>} inputs the paths that esbuild read, relative to it
 */
export function thirdPartyNotices(root, inputs) {
  const folders = new Set([...inputs].flatMap((path) => PACKAGE.exec(path)?.[0] ?? []));
  const notices = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const files = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file));
    if (!files.some((file) => /^licen[cs]e/i.test(file))) throw new Error(`${name} brings no licence text`);
    const texts = files.toSorted().map((file) => readFileSync(join(root, folder, file), "utf8").trim());
    return `${name} ${version} (${license})\n\n${texts.join("\n\n")}\n`;
  });
  return `Sourceline contains code of these packages.\n\n${notices.join(`\n${"-".repeat(72)}\n\n`)}`;
}
