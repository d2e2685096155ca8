import { mergeOrgUnit } from '@county/shared/org-units/org-unit-routes';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { SuggestField } from '../../../ui/suggest-field';
import { toast } from '../../../ui/toast';

interface Props {
  unit: OrgUnit;
  units: readonly OrgUnit[];
  onMerged: () => void;
  onDone: () => Promise<void>;
}

/** One unit goes into another: its open tasks move along, its history stays. */
export function Merge({ unit, units, onMerged, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const [intoName, setIntoName] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const into = units.find(({ name, id }) => name === intoName && id !== unit.id);
  const merge = async () => {
    if (!into) return;
    const words = `${unit.name}从今天起并入${into.name}，未办完的任务随之移交，历史保留。不能撤回。`;
    if (!(await confirm({ title: '确认并入？', words, yes: '并入', danger: true }))) return;
    const answer = await call(mergeOrgUnit, {
      params: { unitId: unit.id },
      body: { intoUnitId: into.id, on: today() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(`已并入，移交 ${answer.reply.movedAssignments} 项任务`);
    onMerged();
    await onDone();
  };
  if (!open)
    return (
      <Button kind="quiet" icon="split" onPress={() => setOpen(true)}>
        并入其他单位
      </Button>
    );
  return (
    <>
      <FailureNotice failure={failure} />
      <SuggestField
        label="并入单位"
        hint="写几个字，从下面选"
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={intoName}
        onChange={setIntoName}
      />
      <Button kind="danger" disabledReason={into ? null : '请从列表里选一个单位'} onPress={() => void merge()}>
        并入
      </Button>
    </>
  );
}
