import type { ReactNode } from 'react';
import { goTo } from '../platform/navigation';
import { Box } from './base/box';
import { lookForFaults } from './base/first-fault';
import { Press } from './base/press';
import { Icon } from './icon';
import type { IconName } from './icon-name';
import { useUiId } from './ui-id';

interface ButtonProps {
  children: ReactNode;
  /** `primary` once per page; `danger` for what cannot be undone; `quiet` for the less important. */
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  icon?: IconName;
  onPress?: () => void;
  /** Address it opens, as a real link on the web; give `onPress` too. */
  href?: string;
  /** Greys the button; the words stand beside it and say why. */
  disabledReason?: string | null | false;
  /** While sending: pressing again does nothing. */
  busy?: boolean;
  /** Takes the width it has. */
  wide?: boolean;
  submits?: boolean;
  label?: string;
}

/** A button. One that cannot be pressed says why. */
export function Button({
  kind = 'secondary',
  icon,
  disabledReason,
  busy,
  wide,
  children,
  label,
  ...press
}: ButtonProps) {
  const reasonId = useUiId('reason');
  const look = `button button-${kind} ${wide ? 'is-wide' : ''} ${busy ? 'is-busy' : ''}`;
  const act = press.onPress ?? opens(press.href);
  const button = (
    <Press
      {...press}
      onPress={kind === 'primary' ? () => (lookForFaults(), act?.()) : act}
      className={look}
      label={label}
      disabled={Boolean(disabledReason) || busy}
      describedBy={disabledReason ? reasonId : undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      <Box as="span" className="button-words">
        {busy ? '请稍候…' : children}
      </Box>
    </Press>
  );
  if (!disabledReason) return button;
  return (
    <Box className={`button-held ${wide ? 'is-wide' : ''}`}>
      {button}
      <Box className="button-reason" id={reasonId}>
        <Icon name="lock" />
        <Box as="span">{disabledReason}</Box>
      </Box>
    </Box>
  );
}

/** A button with an address alone opens it within the application, so that the way back is kept. */
function opens(href: string | undefined): (() => void) | undefined {
  return href === undefined ? undefined : () => void goTo(href);
}
