import { servicesAsked, type FoundPoint, type GuideWords } from '@county/shared/service-map/find-points';
import { useState } from 'react';
import { PointRow } from '../../components/point-row';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import type { MapView } from './map-view';

/** A phone draws these at once; two thousand rows it would not. */
const MORE = 30;

interface PointListProps {
  shown: readonly FoundPoint[];
  view: MapView;
  guideWords: GuideWords;
  at: string;
  isByTownship: boolean;
}

/** What the map shows, as a list: the nearest or the best first, or by township. */
export function PointList({ shown, view, guideWords, at, isByTownship }: PointListProps) {
  const [count, setCount] = useState(MORE);
  const drawn = shown.slice(0, count);
  const left = shown.length - count;
  return (
    <>
      {(isByTownship ? byTownship(drawn) : [{ name: null, rows: drawn }]).map(({ name, rows }) => (
        <Box key={name ?? ''} as="section" label={name ?? '找到的地方'}>
          {name ? (
            <Box as="h2" className="point-group">
              {name}
            </Box>
          ) : null}
          <Box as="ul" className="card is-flush point-list">
            {rows.map(({ point, state, metres }) => (
              <PointRow
                key={point.id}
                point={point}
                state={state}
                at={at}
                metres={metres}
                done={doneOf(point, view, guideWords)}
                asked={askedOf(view)}
              />
            ))}
          </Box>
        </Box>
      ))}
      {left > 0 ? (
        <Box className="more">
          <Button
            onPress={() => setCount(count + MORE)}
          >{`再显示 ${Math.min(MORE, left)} 个（还有 ${left} 个）`}</Button>
        </Box>
      ) : null}
    </>
  );
}

/** As it goes along to the point's page. */
export const askedOf = ({ words, guideId }: MapView) => ({ words: words.trim(), guide: guideId });

/** What was asked for, and at which window. */
function doneOf(point: FoundPoint['point'], view: MapView, guideWords: GuideWords): string | undefined {
  const [first] = servicesAsked(point, view, guideWords);
  return first && `${first.service.words}（${first.window.name}）`;
}

function byTownship(shown: readonly FoundPoint[]): { name: string | null; rows: FoundPoint[] }[] {
  const groups = new Map<string, FoundPoint[]>();
  for (const one of shown) {
    const name = one.point.townshipName ?? '县里';
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].map(([name, rows]) => ({ name, rows }));
}
