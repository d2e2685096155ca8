import { mayNameOneUnit } from '@county/shared/org-units/unit-names';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Stack } from '../../../ui/surface';
import { UnitPicker, type ChosenUnit } from '../unit-picker';
import type { Corrections } from './use-corrections';

interface AliasPartProps {
  /** Words of the cell that no unit is known by. */
  phrase: string;
  corrections: Corrections;
  onDone: () => void;
}

/** An unknown name that is another name of a unit, learnt for good. */
export function AliasPart({ phrase, corrections, onDone }: AliasPartProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ChosenUnit[]>([]);
  const [unit] = chosen.slice(-1);
  if (!mayNameOneUnit(phrase)) return null;
  const learn = async () => {
    if (unit && (await corrections.correct({ kind: 'alias', unitId: unit.unitId, alias: phrase }))) onDone();
  };
  return (
    <Notice kind="info" title={`不认识“${phrase}”`}>
      {open ? (
        <Stack>
          <UnitPicker label={`“${phrase}”就是`} chosen={chosen.slice(-1)} onChange={setChosen} />
          <Button
            kind="primary"
            busy={corrections.busy}
            disabledReason={unit ? null : '请先选一个单位'}
            onPress={() => void learn()}
          >
            记住这个名称
          </Button>
        </Stack>
      ) : (
        <Button icon="link" onPress={() => setOpen(true)}>
          它是某个单位的另一个名称
        </Button>
      )}
    </Notice>
  );
}
