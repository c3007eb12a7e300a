import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import type { FrameView } from "../../../calls/frame-view.ts";
import { FRAME_ID, FrameContext } from "../private-frame.ts";

interface PrivateSlotProps {
  readonly view: FrameView;
  /** Whether the keys that come next are for what is shown. */
  readonly takesFocus: boolean;
}

/** The place in a panel over which the private frame lies. */
export function PrivateSlot({ view, takesFocus }: PrivateSlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  const frame = useContext(FrameContext);
  useLayoutEffect(() => {
    if (slot.current !== null) frame?.show(view, slot.current, takesFocus);
    return () => frame?.hide();
  }, []);
  return <div ref={slot} class="slot" aria-owns={FRAME_ID} />;
}
