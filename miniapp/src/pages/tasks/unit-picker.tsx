import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import { useEffect, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Answer } from '../../ui/answer';
import { Checks } from '../../ui/choice';
import { Field } from '../../ui/field';

const MOST_SHOWN = 12;
const PAUSE = 300;

export interface ChosenUnit {
  unitId: string;
  unitName: string;
}

interface UnitPickerProps {
  label: string;
  chosen: readonly ChosenUnit[];
  onChange(chosen: ChosenUnit[]): void;
  /** Units that are not for choosing. */
  except?: ReadonlySet<string>;
  error?: string;
}

/** Units found by a few signs of their name or alias, those chosen always in sight. */
export function UnitPicker({ label, chosen, onChange, except, error }: UnitPickerProps) {
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const found = useCall(listOrgUnits, sought ? { query: { text: sought, limit: MOST_SHOWN + 1 } } : null);
  const options = (units: readonly { id: string; name: string }[]) => {
    const others = units.filter(({ id }) => !except?.has(id) && !chosen.some(({ unitId }) => unitId === id));
    return [
      ...chosen.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
      ...others.slice(0, MOST_SHOWN).map(({ id, name }) => ({ value: id, label: name })),
    ];
  };
  const checks = (units: readonly { id: string; name: string }[], hint: string) => (
    <Checks
      label={label}
      hint={hint}
      options={options(units)}
      values={chosen.map(({ unitId }) => unitId)}
      onChange={(ids) => {
        const names = new Map(options(units).map((option) => [option.value, option.label]));
        onChange(ids.map((unitId) => ({ unitId, unitName: names.get(unitId) ?? '' })));
      }}
      error={error}
    />
  );
  return (
    <>
      <Field label="找单位" optional hint="名称里的几个字" value={text} onChange={setText} />
      {sought ? (
        <Answer of={found}>{({ items }) => checks(items, foundInWords(items.length))}</Answer>
      ) : (
        checks([], chosen.length ? '去掉勾选就不再由它承担' : '先在上面写几个字，再在这里勾选')
      )}
    </>
  );
}

function foundInWords(count: number): string {
  if (!count) return '没有找到，请换几个字';
  return count > MOST_SHOWN ? `找到很多，请多写几个字` : `找到 ${count} 个`;
}

/** What was typed, once the person has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
