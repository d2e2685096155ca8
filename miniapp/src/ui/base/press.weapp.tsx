import { View } from '@tarojs/components';
import type { PressProps } from './press-props';

/** Anything that is pressed. A View with the role, since WeChat's own button brings a look of its own. */
export function Press(props: PressProps) {
  const { id, className = '', style, label, role, checked, selected, expanded, disabled, children, onPress } = props;
  const spoken = {
    'aria-role': role ?? (props.href ? 'link' : 'button'),
    'aria-label': label,
    'aria-checked': checked,
    'aria-selected': selected,
    'aria-expanded': expanded,
    'aria-disabled': disabled || undefined,
  };
  const look = `press ${className} ${disabled ? 'is-disabled' : ''}`;
  return (
    <View
      id={id}
      className={look}
      style={style}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      hoverStayTime={60}
      {...(disabled ? {} : { onClick: onPress })}
      {...spoken}
    >
      {children}
    </View>
  );
}
