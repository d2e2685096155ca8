import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { Picture } from './base/picture';

/** A QR code as an SVG picture: drawn as elements it would be thousands. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const src = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    return `data:image/svg+xml;utf8,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 8, scalable: true }))}`;
  }, [text]);
  return <Picture className="qr-picture" src={src} label={label} />;
}
