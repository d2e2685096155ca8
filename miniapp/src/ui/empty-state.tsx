import type { ReactNode } from 'react';
import { Box } from './base/box';
import { Icon } from './icon';
import type { IconName } from './icon-name';

interface EmptyStateProps {
  icon?: IconName;
  /** What is the case. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** In the place of a list or page that has nothing to show: what, why, what to do. */
export function EmptyState({ icon = 'inbox', title, children, action }: EmptyStateProps) {
  return (
    <Box className="empty">
      <Box className="empty-icon" hidden>
        <Icon name={icon} />
      </Box>
      <Box className="empty-title">{title}</Box>
      {children ? <Box className="empty-advice">{children}</Box> : null}
      {action ? <Box className="empty-action">{action}</Box> : null}
    </Box>
  );
}
