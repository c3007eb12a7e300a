import { useEffect, useState } from "preact/hooks";
import browser, { type Permissions } from "webextension-polyfill";

/** Whether the browser grants something; `null` until that is known. It may be given and taken back elsewhere at any time. */
export function usePermission(wanted: Permissions.AnyPermissions): boolean | null {
  const [isGranted, setGranted] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = (): void => void browser.permissions.contains(wanted).then(setGranted);
    ask();
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(ask);
    onRemoved.addListener(ask);
    return () => {
      onAdded.removeListener(ask);
      onRemoved.removeListener(ask);
    };
  }, []);
  return isGranted;
}
