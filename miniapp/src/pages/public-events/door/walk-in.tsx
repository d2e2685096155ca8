import type { EventGroup } from '@county/shared/public-events/event-content';
import type { DoorEntry } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Stack } from '../../../ui/surface';

interface WalkInProps {
  groups: readonly EventGroup[];
  /** Somebody of the list who has no place. */
  known: Pick<DoorEntry, 'name' | 'groupKey'> | undefined;
  onClose(): void;
  onCome(groupKey: string, name: string | null): void;
}

/** Somebody who just comes: as what, and a name only if they like. */
export function WalkIn({ groups, known, onClose, onCome }: WalkInProps) {
  const [groupKey, setGroupKey] = useState(known?.groupKey ?? groups[0]?.key ?? '');
  const [name, setName] = useState(known?.name ?? '');
  return (
    <Sheet
      title={known ? '按现场来的登记' : '没报名就来的'}
      onClose={onClose}
      actions={
        <Button kind="primary" icon="check" onPress={() => onCome(groupKey, name.trim() || null)}>
          登记一位
        </Button>
      }
    >
      <Stack>
        {groups.length > 1 ? (
          <Choice
            label="以什么身份来"
            options={groups.map(({ key, name: words, who }) => ({ value: key, label: words, about: who }))}
            value={groupKey}
            onChange={setGroupKey}
          />
        ) : null}
        <Field
          label="姓名"
          hint="不愿说可以不写；不占报名的名额"
          optional
          value={name}
          onChange={setName}
          maxLength={30}
        />
      </Stack>
    </Sheet>
  );
}
