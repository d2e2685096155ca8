import { addressOf } from '../../../platform/transport';

/** Where a point's entrance photo is fetched; the server says it below `/api`, or whole. */
export function photoAddress(url: string | null): string | undefined {
  if (!url) return undefined;
  return /^https?:/.test(url) ? url : addressOf(url.replace(/^\/api(?=\/)/, ''));
}
