import { Text, View } from '@tarojs/components';
import type { BoxProps, BoxTag } from './box-props';

const ROLES: Partial<Record<BoxTag, string>> = {
  nav: 'navigation',
  main: 'main',
  header: 'banner',
  footer: 'contentinfo',
  article: 'article',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
};

/** An element that is not pressed, with its meaning for screen readers. */
export function Box({ as = 'div', id, className, style, role, children, ...props }: BoxProps) {
  const { label, live, hidden, modal, value } = props;
  const spoken = {
    'aria-role': role ?? ROLES[as],
    'aria-label': label ?? value?.words,
    'aria-live': live,
    'aria-hidden': hidden || undefined,
  };
  const shared = { id, className, style };
  if (as === 'span' || as === 'strong') {
    return (
      <Text {...shared} {...spoken}>
        {children}
      </Text>
    );
  }
  const range = value ? { 'aria-valuenow': value.now, 'aria-valuemin': value.min, 'aria-valuemax': value.max } : {};
  return (
    <View {...shared} {...spoken} {...range} {...(modal ? { 'aria-modal': true } : {})}>
      {children}
    </View>
  );
}
