import type { ReactNode } from 'react';
import { Box } from './base/box';
import { Icon } from './icon';

const LOOKS = {
  info: { tone: 'blue', icon: 'info' },
  success: { tone: 'pine', icon: 'circle-check' },
  warn: { tone: 'amber', icon: 'triangle-alert' },
  danger: { tone: 'cinnabar', icon: 'circle-alert' },
} as const;

interface NoticeProps {
  kind?: keyof typeof LOOKS;
  title?: ReactNode;
  children?: ReactNode;
  /** A button under the words. */
  action?: ReactNode;
}

/** Something the person should know about this page. Warnings and dangers are spoken at once. */
export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  const { tone, icon } = LOOKS[kind];
  const urgent = kind === 'warn' || kind === 'danger';
  return (
    <Box className={`notice tone-${tone}`} role={urgent ? 'alert' : 'status'} live={urgent ? 'assertive' : 'polite'}>
      <Icon name={icon} />
      <Box className="notice-words">
        {title ? <Box className="notice-title">{title}</Box> : null}
        {children ? <Box>{children}</Box> : null}
        {action ? <Box className="notice-action">{action}</Box> : null}
      </Box>
    </Box>
  );
}
