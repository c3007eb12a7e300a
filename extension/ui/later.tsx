import type { FunctionComponent } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** A component whose code is loaded when it is shown for the first time; until then there is nothing in its place. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Later(props) {
    const [Component, setComponent] = useState<FunctionComponent<Props> | null>(() => loaded);
    useLayoutEffect(() => {
      if (Component !== null) return;
      void (async () => {
        loaded = await load();
        setComponent(() => loaded);
      })();
    }, []);
    return Component === null ? null : <Component {...props} />;
  };
}
