import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import { useEffect, useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Card, Stack } from '../../../ui/surface';

const MOST_SHOWN = 12;
const PAUSE = 300;

/** The one unit the order goes to, found by a few signs of its name or alias. */
export function UnitChoice({ unitId, onChange }: { unitId: string; onChange(unitId: string): void }) {
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const found = useCall(listOrgUnits, sought ? { query: { text: sought, limit: MOST_SHOWN + 1 } } : null);
  return (
    <Card>
      <Stack>
        <Field label="找责任单位" hint="名称里的几个字" value={text} onChange={setText} />
        {sought ? (
          <Answer of={found}>
            {({ items }) => (
              <Choice
                label="责任单位"
                hint={hintOf(items.length)}
                options={items.slice(0, MOST_SHOWN).map(({ id, name }) => ({ value: id, label: name }))}
                value={unitId || null}
                onChange={onChange}
              />
            )}
          </Answer>
        ) : null}
      </Stack>
    </Card>
  );
}

function hintOf(count: number): string {
  if (!count) return '没有这样的单位，请换几个字';
  return count > MOST_SHOWN ? `只列出前 ${MOST_SHOWN} 个，请多写几个字` : '选一个';
}

/** The words once somebody has stopped writing, so that not every sign asks the server. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
