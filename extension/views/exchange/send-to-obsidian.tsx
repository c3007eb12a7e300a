import { useEffect, useRef } from "preact/hooks";
import { obsidianAddress } from "../../../src/exchange/export/obsidian-address.ts";
import { obsidianNote } from "../../exchange/export.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { copyText } from "../../ui/copy.ts";

/**
 * Puts an article's note on the clipboard, from where Obsidian takes it: an address can't hold one of any length. To be
 * called at once in what the user does.
 *
 * @param page the article's key.
 * @param template one that can be used.
 * @returns the address that has Obsidian do so; `null` where the clipboard didn't take it, or nothing is kept there any more.
 */
export async function handToObsidian(database: Database, page: string, template: string): Promise<string | null> {
  const making = obsidianNote(database, page, template);
  const isCopied = await copyText(making.then((note) => note?.text ?? ""));
  const note = await making;
  return isCopied && note !== null ? obsidianAddress(note.name) : null;
}

/** The way to Obsidian, which is gone at once. The link stays, for a browser that opens no other program by itself. */
export function WayToObsidian({ address }: { readonly address: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.click(), [address]);
  return (
    <p class="notice">
      {message("handedToObsidian")}
      {/* Where there is no Obsidian, Firefox puts a page of its own in the place of the one that led there. */}
      <a ref={link} href={address} target="_blank" rel="noreferrer">
        {message("openObsidian")}
      </a>
    </p>
  );
}
