import type { PropsWithChildren } from 'react';

/** The label of the field with this id: pressing it moves there. */
export function LabelFor({ id, className, children }: PropsWithChildren<{ id: string; className: string }>) {
  return (
    <label htmlFor={id} className={className}>
      {children}
    </label>
  );
}
