import { useEffect, useRef, useState } from "preact/hooks";
import type { Made } from "../../exchange/export.ts";
import { message } from "../../locale/message.ts";

/** A file that was made: it is saved at once, and the link stays for a browser that keeps pages from saving by themselves. */
export function MadeFile({ made }: { readonly made: Made }) {
  const [url, setUrl] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(made.blob);
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [made]);
  useEffect(() => {
    if (url !== null) link.current?.click();
  }, [url]);
  return (
    <p class="notice">
      {message("exportReady")}
      {url !== null && (
        <a ref={link} href={url} download={made.name}>
          {made.name}
        </a>
      )}
    </p>
  );
}
