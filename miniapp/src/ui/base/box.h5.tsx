import { createElement, type FormEvent } from 'react';
import type { BoxProps } from './box-props';

/** An element that is not pressed, with its meaning for screen readers. */
export function Box({ as = 'div', id, className, style, role, children, onSubmit, ...props }: BoxProps) {
  const { label, labelledBy, describedBy, live, hidden, modal, busy, value } = props;
  return createElement(
    as,
    {
      id,
      className,
      style,
      role,
      'aria-label': label,
      'aria-labelledby': labelledBy,
      'aria-describedby': describedBy,
      'aria-live': live,
      'aria-hidden': hidden || undefined,
      'aria-modal': modal || undefined,
      'aria-busy': busy || undefined,
      'aria-valuenow': value?.now,
      'aria-valuemin': value?.min,
      'aria-valuemax': value?.max,
      'aria-valuetext': value?.words,
      tabIndex: as === 'main' ? -1 : undefined,
      ...(onSubmit
        ? {
            onSubmit: (event: FormEvent) => {
              event.preventDefault();
              onSubmit();
            },
          }
        : {}),
    },
    children,
  );
}
