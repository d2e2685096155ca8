import { openingTag } from '@county/shared/service-map/opening-words';
import type { Place } from '@county/shared/service-map/position';
import type { PublicMap } from '@county/shared/service-map/service-map-routes';
import { useMemo } from 'react';
import { CountyMap } from '../../components/county-map/index';
import type { MapPin } from '../../components/county-map/types';
import { PointRow } from '../../components/point-row';
import { Box } from '../../ui/base/box';
import type { FoundPoint } from '@county/shared/service-map/find-points';

interface MapPartProps {
  map: PublicMap;
  shown: readonly FoundPoint[];
  chosenId: string | undefined;
  onChoose(id: string): void;
  here: Place | undefined;
  at: string;
  /** What the map is narrowed to, for the point's page. */
  asked: { words: string; guide: string };
}

/** The map with what the list holds on it; the point chosen on it beneath, and whose map it is. */
export function MapPart({ map, shown, chosenId, onChoose, here, at, asked }: MapPartProps) {
  const pins = useMemo(() => shown.flatMap((one) => pinOf(one, at)), [shown, at]);
  const chosen = shown.find(({ point }) => point.id === chosenId);
  const offMap = shown.length - pins.length;
  return (
    <Box className="map-part">
      <CountyMap
        outline={map.outline}
        tiandituKey={map.tiandituKey}
        pins={pins}
        chosenId={chosenId}
        onChoose={onChoose}
        here={here}
      />
      <Box className="map-notice">
        {[
          '实心带勾的现在开着，空心的关着',
          map.outline.notice,
          map.approvalNumber ? `审图号：${map.approvalNumber}` : '',
          offMap ? `另有 ${offMap} 个地方还没有标位置，见列表` : '',
        ]
          .filter(Boolean)
          .join('　')}
      </Box>
      {chosen ? (
        <Box as="ul" className="card is-flush point-list" live="polite">
          <PointRow point={chosen.point} state={chosen.state} at={at} metres={chosen.metres} asked={asked} />
        </Box>
      ) : null}
    </Box>
  );
}

function pinOf({ point: { id, name, places }, state }: FoundPoint, at: string): MapPin[] {
  if (!places) return [];
  const isOpen = state.kind === 'open' || state.kind === 'round-the-clock';
  return [{ id, name, places, isOpen, state: openingTag(state, at) }];
}
