import type { KeyboardEvent, MouseEvent } from 'react';
import type { PressProps } from './press-props';

/** Anything that is pressed: a real button or link, reached by the keyboard. */
export function Press(props: PressProps) {
  const {
    id,
    className = '',
    style,
    label,
    describedBy,
    role,
    checked,
    selected,
    reachable,
    expanded,
    current,
    disabled,
    children,
  } = props;
  const shared = {
    id,
    className: `press ${disabled ? 'is-disabled' : ''} ${className}`,
    style,
    'aria-label': label,
    'aria-describedby': describedBy,
    children,
  };
  if (props.href && !disabled) {
    return (
      <a
        {...shared}
        href={props.href}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => follow(event, props.onPress)}
      />
    );
  }
  return (
    <button
      {...shared}
      type={props.submits && !disabled ? 'submit' : 'button'}
      role={role}
      aria-checked={checked}
      aria-selected={selected}
      aria-expanded={expanded}
      aria-disabled={disabled || undefined}
      tabIndex={isGrouped(role) && !(reachable ?? checked ?? selected) ? -1 : undefined}
      onClick={disabled ? nothing : props.submits ? undefined : props.onPress}
      onKeyDown={isGrouped(role) ? moveWithin : undefined}
    />
  );
}

/** The browser's own `disabled` would drop the focus, and hide the reason from whoever comes by the keyboard. */
function nothing(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** A click with a key held opens another window, which is the browser's to do. */
function follow(event: MouseEvent, onPress: (() => void) | undefined) {
  if (!onPress || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  onPress();
}

function isGrouped(role: PressProps['role']): boolean {
  return role === 'radio' || role === 'tab';
}

/** Within tabs and choices the arrow keys move, as those who use the keyboard expect; Tab leaves the group. */
function moveWithin(event: KeyboardEvent<HTMLButtonElement>) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const group = event.currentTarget.closest('[role=radiogroup],[role=tablist]');
  if (!step || !group) return;
  event.preventDefault();
  const all = Array.from(
    group.querySelectorAll<HTMLButtonElement>('[role=radio]:not([aria-disabled]),[role=tab]:not([aria-disabled])'),
  );
  const next = all[(all.indexOf(event.currentTarget) + step + all.length) % all.length];
  next?.focus();
  next?.click();
}
