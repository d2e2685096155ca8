import type { CSSProperties, PropsWithChildren } from 'react';

/** What an element is for a screen reader: the real tag on the web, `aria-role` in WeChat. */
export type BoxTag =
  | 'div'
  | 'section'
  | 'nav'
  | 'header'
  | 'main'
  | 'footer'
  | 'article'
  | 'aside'
  | 'ul'
  | 'ol'
  | 'li'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'span'
  | 'strong'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'fieldset'
  | 'form';

export type BoxProps = PropsWithChildren<{
  as?: BoxTag;
  id?: string;
  className?: string;
  style?: CSSProperties;
  role?: string;
  label?: string;
  labelledBy?: string;
  describedBy?: string;
  live?: 'polite' | 'assertive';
  hidden?: boolean;
  modal?: boolean;
  busy?: boolean;
  value?: { now: number; min: number; max: number; words?: string };
  /** The form was submitted by Enter (web). */
  onSubmit?: () => void;
}>;
