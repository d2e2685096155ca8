import { openingTag, openingWords } from '@county/shared/service-map/opening-words';
import type { OpeningState } from '@county/shared/service-map/opening-state';
import { distanceInWords } from '@county/shared/service-map/position';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { callable, ring } from '../platform/device';
import { goTo, withQuery } from '../platform/navigation';
import { Box } from '../ui/base/box';
import { Press } from '../ui/base/press';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-name';
import { Tag, type Tone } from '../ui/tag';
import './point-row.scss';

interface PointRowProps {
  point: PublicPoint;
  state: OpeningState;
  /** The instant `state` is of. */
  at: string;
  metres: number | null;
  /** What is done there that was looked for; else the first of what is done. */
  done?: string | undefined;
  /** What was looked for: on the point's page it stands first. */
  asked?: Asked | undefined;
}

interface Asked {
  words?: string;
  guide?: string;
}

export const pointPage = (id: string, more: { window?: string } & Asked = {}) =>
  withQuery('/pages/service-map/point/index', { id, ...more });

/** A point in a list: open or not, how far, what for; pressed it opens, and its phone is one press away. */
export function PointRow({ point, state, at, metres, done, asked }: PointRowProps) {
  const to = pointPage(point.id, asked);
  const { phone } = point;
  const where = [metres === null ? undefined : distanceInWords(metres), point.landmark || point.address];
  return (
    <Box as="li" className="point-row">
      <Press className="point-words" href={to} onPress={() => void goTo(to)}>
        <Box as="span" className="row-title">
          {point.name}
        </Box>
        <OpeningTag state={state} at={at} />
        <Box as="span" className="row-about">
          {where.filter(Boolean).join(' · ')}
        </Box>
        {(done ?? firstServices(point)) ? (
          <Box as="span" className="row-about">{`能办：${done ?? firstServices(point)}`}</Box>
        ) : null}
      </Press>
      {phone ? (
        <Press
          className="point-call"
          label={`打电话给${point.name}，${phone}`}
          onPress={() => void ring(callable(phone))}
        >
          <Icon name="phone" />
          <Box as="span">打电话</Box>
        </Press>
      ) : null}
    </Box>
  );
}

const LOOKS = {
  open: ['pine', 'circle-check'],
  'round-the-clock': ['pine', 'circle-check'],
  closed: ['stone', 'circle-minus'],
  unknown: ['amber', 'circle-help'],
} as const satisfies Record<OpeningState['kind'], readonly [Tone, IconName]>;

/** Open or not, by colour, shape and word; `whole` says all of it. */
export function OpeningTag({ state, at, whole }: { state: OpeningState; at: string; whole?: boolean }) {
  const [tone, icon] = LOOKS[state.kind];
  return (
    <Tag tone={tone} icon={icon}>
      {whole ? openingWords(state, at) : openingTag(state, at)}
    </Tag>
  );
}

const SERVICES_SHOWN = 3;

function firstServices({ windows }: PublicPoint): string {
  const all = [...new Set(windows.flatMap(({ services }) => services.map(({ words }) => words)))];
  const first = all.slice(0, SERVICES_SHOWN).join('、');
  return all.length > SERVICES_SHOWN ? `${first}等 ${all.length} 项` : first;
}
