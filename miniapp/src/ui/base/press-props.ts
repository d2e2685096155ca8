import type { CSSProperties, PropsWithChildren } from 'react';

export type PressProps = PropsWithChildren<{
  id?: string;
  className?: string;
  style?: CSSProperties;
  /** For a screen reader, where the words inside do not say enough. */
  label?: string;
  describedBy?: string;
  role?: 'radio' | 'tab' | 'switch' | 'option' | 'checkbox';
  checked?: boolean;
  selected?: boolean;
  /** Within a group of choices, the one the Tab key comes to; by default the chosen one. */
  reachable?: boolean;
  expanded?: boolean;
  /** Which page this is the way to, when it is the page shown. */
  current?: boolean;
  disabled?: boolean;
  /** Sends the form around it when Enter is pressed in a field (web). */
  submits?: boolean;
  /** Address of the page it opens: a real link on the web. */
  href?: string;
  onPress?: () => void;
}>;
