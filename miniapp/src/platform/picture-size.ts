const LONGEST_SIDE = 1600;
export const JPEG_QUALITY = 0.82;

/** The size a photo is sent in: its longest side at most 1600, its shape unchanged. */
export function shrunkSize(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
