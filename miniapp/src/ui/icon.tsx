import { Box } from './base/box';
import type { IconName } from './icon-name';

/** A shape beside a word; it is never spoken and never stands alone. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <Box className={`icon icon-${name} ${className}`} hidden />;
}
