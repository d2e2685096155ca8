import type { ReactNode } from 'react';
import { Box } from './base/box';
import { Icon } from './icon';
import type { IconName } from './icon-name';

/** What a colour says: in order, overdue or refused, waiting or due soon, information, nothing known. */
export type Tone = 'pine' | 'cinnabar' | 'amber' | 'blue' | 'stone';

interface TagProps {
  tone: Tone;
  icon: IconName;
  children: ReactNode;
}

/** A state: colour, icon and word, always all three. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <Box className={`tag tone-${tone}`}>
      <Icon name={icon} />
      <Box as="span">{children}</Box>
    </Box>
  );
}
