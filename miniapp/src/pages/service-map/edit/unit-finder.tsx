import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import { findPlaces, type PlaceUnit } from '@county/shared/service-map/serving-points';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Checks, Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { useSettled } from './use-settled';

const MOST_SHOWN = 12;
const LISTED = '已选的和找到的';

interface FoundUnit {
  id: string;
  name: string;
}

interface UnitFinderProps {
  label: string;
  chosen: readonly FoundUnit[];
  onChange(chosen: FoundUnit[]): void;
  several?: boolean;
  /** Those that may be chosen, where not every unit may. */
  offered?: readonly PlaceUnit[];
  hint?: string;
  error?: string;
}

/** Units found by a few signs of their name, those chosen always in sight; one, or several. */
export function UnitFinder({ label, chosen, onChange, several, offered, hint, error }: UnitFinderProps) {
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const found = useCall(listOrgUnits, sought && !offered ? { query: { text: sought, limit: MOST_SHOWN + 1 } } : null);
  const choices = (units: readonly FoundUnit[]) => {
    const shown = [...chosen, ...units.filter(({ id }) => !chosen.some((one) => one.id === id)).slice(0, MOST_SHOWN)];
    const options = shown.map(({ id, name }) => ({ value: id, label: name }));
    const pick = (ids: string[]) => onChange(shown.filter(({ id }) => ids.includes(id)));
    if (!options.length) return null;
    return several ? (
      <Checks label={LISTED} options={options} values={chosen.map(({ id }) => id)} onChange={pick} error={error} />
    ) : (
      <Choice
        label={LISTED}
        options={options}
        value={chosen[0]?.id ?? null}
        onChange={(id) => pick([id])}
        error={error}
      />
    );
  };
  const choicesOrNone = (units: readonly FoundUnit[]) =>
    units.length ? choices(units) : <>{choices([])}没有找到，请换几个字</>;
  return (
    <>
      <Field label={label} optional={several} hint={hint ?? '写名称里的几个字'} value={text} onChange={setText} />
      {!sought ? choices([]) : null}
      {sought && offered ? choicesOrNone(findPlaces(offered, sought)) : null}
      {sought && !offered ? <Answer of={found}>{({ items }) => choicesOrNone(items)}</Answer> : null}
    </>
  );
}
