import { pathOf } from "./qr-path.ts";

interface QrCodeProps {
  readonly text: string;
  /** What it is, for who can't see it. */
  readonly label: string;
}

/** A text as a QR code, dark on light in every theme: many cameras read no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const drawn = pathOf(text);
  if (drawn === null) return null;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${drawn.size} ${drawn.size}`}>
      <rect width={drawn.size} height={drawn.size} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}
