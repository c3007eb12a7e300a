// The archives for the stores: one for each browser, and one of the sources. Plain JavaScript: it is a part of the build.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { zipSync } from "fflate";

/** The same for every file of every archive: when it was built must not change the bytes. */
const TIME = new Date(1980, 0, 1);

/**
 * Every file below a folder, as sorted paths relative to it, with forward slashes.
 * @param {string} folder
 */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

/**
 * Every file that is under version control, sorted, by its path from the root; `null` outside of a checkout, such as in an
 * unpacked archive of the sources.
 * @param {string} root
 */
function sourceFiles(root) {
  if (!existsSync(join(root, ".git"))) return null;
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return listed
    .split("\0")
    .filter((file) => file !== "")
    .toSorted();
}

/**
 * @param {string} folder where the files lie
 * @param {readonly string[]} files their paths in it
 * @param {string} archive where the archive goes
 */
function writeZip(folder, files, archive) {
  const entries = files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]);
  const zip = zipSync(Object.fromEntries(entries), { level: 9, mtime: TIME });
  writeFileSync(archive, zip);
  console.error(`${archive}: ${files.length} files, ${(zip.length / 1000).toFixed(0)} kB`);
}

/**
 * Writes what the stores are given, from the builds in `out`. The same sources give the same bytes.
 * @param {string} root the project's folder
 * @param {string} out the folder of the builds
 * @param {readonly string[]} browsers
 */
export function writeStoreZips(root, out, browsers) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const browser of browsers) {
    const folder = join(out, browser);
    writeZip(folder, filesBelow(folder), join(out, `sourceline-${version}-${browser}.zip`));
  }
  const sources = sourceFiles(root);
  if (sources === null) console.error("This is no checkout: the archive of the sources is what it was made from.");
  else writeZip(root, sources, join(out, `sourceline-${version}-source.zip`));
}
