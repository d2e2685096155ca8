import type { PublicMap } from '@county/shared/service-map/service-map-routes';
import { findPlaces } from '@county/shared/service-map/serving-points';
import { useState } from 'react';
import { Choice } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { SearchField } from '../../../ui/search-field';
import { Card, Stack } from '../../../ui/surface';

interface VillageChoiceProps {
  units: PublicMap['units'];
  villageId: string | undefined;
  onChoose(villageId: string): void;
}

const MOST_FOUND = 12;

/** By its name, or by its township first. */
export function VillageChoice({ units, villageId, onChoose }: VillageChoiceProps) {
  const villages = units.filter(({ kind }) => kind === 'village' || kind === 'community');
  const townships = units.filter(({ kind }) => kind === 'township' || kind === 'subdistrict');
  const [townshipId, setTownshipId] = useState(villages.find(({ id }) => id === villageId)?.parentId ?? '');
  const [words, setWords] = useState('');
  const nameOf = (id: string | null) => townships.find((township) => township.id === id)?.name;
  const isByName = words.trim() !== '';
  const found = isByName
    ? findPlaces(villages, words, units).slice(0, MOST_FOUND)
    : villages.filter(({ parentId }) => parentId === townshipId);
  return (
    <Card>
      <Stack>
        <SearchField label="村（社区）的名字" value={words} onChange={setWords} />
        <Select
          label="或先选乡镇（街道）"
          options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          // Names are looked for in all townships; the one chosen before can then be chosen again.
          value={isByName ? '' : townshipId}
          onChange={(id) => {
            setTownshipId(id);
            setWords('');
          }}
        />
        {found.length ? (
          <Choice
            label="您的村（社区）"
            options={found.map(({ id, name, parentId }) => ({
              value: id,
              label: name,
              ...(isByName ? { about: nameOf(parentId) ?? '' } : {}),
            }))}
            value={villageId ?? null}
            onChange={onChoose}
          />
        ) : isByName ? (
          <EmptyState icon="search" title={`没有叫“${words.trim()}”的村（社区）`}>
            换个写法，或从乡镇（街道）里选。
          </EmptyState>
        ) : null}
      </Stack>
    </Card>
  );
}
