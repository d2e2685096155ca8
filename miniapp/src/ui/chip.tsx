import type { ReactNode } from 'react';
import { Press } from './base/press';
import { Icon } from './icon';
import type { IconName } from './icon-name';

interface ChipProps {
  icon: IconName;
  on: boolean;
  onPress(): void;
  children: ReactNode;
}

/** A filter that is on or off, beside others in one line. */
export function Chip({ icon, on, onPress, children }: ChipProps) {
  return (
    <Press className={`chip ${on ? 'is-on' : ''}`} role="checkbox" checked={on} onPress={onPress}>
      <Icon name={on ? 'check' : icon} />
      {children}
    </Press>
  );
}
