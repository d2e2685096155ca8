import type { ReactNode } from 'react';
import { Box } from './base/box';
import { Press } from './base/press';
import { goTo } from '../platform/navigation';
import { useDisplay } from '../theme/display';
import { Icon } from './icon';
import type { IconName } from './icon-name';

/** A white sheet on the page. `flush` lets rows reach its edges. */
export function Card({ children, flush }: { children: ReactNode; flush?: boolean }) {
  return <Box className={flush ? 'card is-flush' : 'card'}>{children}</Box>;
}

interface SectionProps {
  title: string;
  /** Beside the title, such as a quiet button. */
  action?: ReactNode;
  about?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, action, about, children }: SectionProps) {
  return (
    <Box as="section" className="section">
      <Box className="section-head">
        <Box as="h2" className="section-title">
          {title}
        </Box>
        {action}
      </Box>
      {about ? <Box className="section-about">{about}</Box> : null}
      {children}
    </Box>
  );
}

interface RowProps {
  title: ReactNode;
  /** Second line. */
  about?: ReactNode;
  icon?: IconName;
  /** At the right end: a tag, a number. */
  end?: ReactNode;
  /** Beneath the words, such as a progress bar. */
  foot?: ReactNode;
  /** Address of the page it opens. */
  to?: string;
  onPress?: () => void;
  /** Spoken instead of the words, where they are many. */
  label?: string;
  /** Shows two lines of the title at most: what it opens has the whole. */
  brief?: boolean;
}

/** A line of a list; with `to` or `onPress` the whole of it is pressed. Stand several in `<Card flush>`. */
export function Row({ title, about, icon, end, foot, to, onPress, label, brief }: RowProps) {
  const pressed = Boolean(to ?? onPress);
  // Beside large letters a tag leaves the title no room.
  const { ageFriendly } = useDisplay();
  const words = (
    <>
      {icon ? <Icon name={icon} className="row-icon" /> : null}
      <Box className="row-words">
        <Box className={brief ? 'row-title is-brief' : 'row-title'}>{title}</Box>
        {about ? <Box className="row-about">{about}</Box> : null}
        {foot ? <Box className="row-foot">{foot}</Box> : null}
        {end && ageFriendly ? <Box className="row-below">{end}</Box> : null}
      </Box>
      {end && !ageFriendly ? <Box className="row-end">{end}</Box> : null}
      {pressed ? <Icon name="chevron-right" className="row-more" /> : null}
    </>
  );
  if (!pressed) return <Box className="row">{words}</Box>;
  return (
    <Press className="row" href={to} onPress={onPress ?? (() => void goTo(to as string))} label={label}>
      {words}
    </Press>
  );
}

/** Names and values: 责任单位 · 县医保局. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <Box as="dl" className="facts">
      {facts.map(({ name, value }) => (
        <Box key={name} className="fact">
          <Box as="dt" className="fact-name">
            {name}
          </Box>
          <Box as="dd" className="fact-value">
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** Things beside each other, which break into lines where there is no room. */
export function Flow({ children }: { children: ReactNode }) {
  return <Box className="flow">{children}</Box>;
}

/** Things beneath each other at even distance. */
export function Stack({ children }: { children: ReactNode }) {
  return <Box className="stack">{children}</Box>;
}

/** On the desk a list and its detail side by side, each keeping its place; beneath each other on a phone. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <Box className="columns">
      <Box className="columns-main">{main}</Box>
      <Box className="columns-side">{side}</Box>
    </Box>
  );
}

/** The main action of a form, at the thumb: stays at the foot of the screen. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <Box className="action-bar">{children}</Box>;
}
