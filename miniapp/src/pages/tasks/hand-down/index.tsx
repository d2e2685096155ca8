import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import { canHandDown, canSetHandDownDay } from '@county/shared/tasks/lines/assignment-rules';
import { getAssignment, handDownAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { goBack } from '../../../platform/navigation';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { DateField, TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { dueInWords } from '../../../components/line-due';
import { SignInFirst } from '../../../shell/sign-in-first';

/** 分解到村: the unit's line given on to units under it. */
export default function HandDownPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId: id } } : null);
  if (!staff) return <SignInFirst title="分解到村" />;
  return (
    <Page title="分解到村" about={view.data && `${view.data.unitName} · ${dueInWords(view.data)}`}>
      <Answer of={view} shape="words">
        {(line) => <HandDownForm line={line} />}
      </Answer>
    </Page>
  );
}

function HandDownForm({ line }: { line: AssignmentView }) {
  const staff = useStaff()!;
  const units = useList(listOrgUnits, { query: { parentId: line.unitId, limit: 200 } });
  const has = new Set(line.children.map((child) => child.unitId));
  const free = (units.data ?? []).filter((unit) => !has.has(unit.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState(line.dueOn ?? '');
  const [words, setWords] = useState('');
  const id = useIdOf({ chosen, dueOn, words });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const verdict = canHandDown(line, staff);
  const day = canSetHandDownDay(line.dueOn, dueOn || null);
  const reason = !verdict.allowed ? verdict.reason : chosen.length ? null : '请先选择接收单位';
  const send = async () => {
    setBusy(true);
    const answer = await call(handDownAssignment, {
      params: { assignmentId: line.id },
      body: { id, unitIds: chosen, dueOn: dueOn || null, words: words.trim() || null },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(`已分解到 ${answer.reply.created.length} 个单位`);
    await goBack();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Box className="row-title">{`${line.task.number}．${line.task.mainTask}`}</Box>
          <Answer of={units}>
            {() =>
              free.length ? (
                <>
                  <Checks
                    label="接收单位"
                    hint={has.size ? `已有 ${has.size} 个单位承担，未列出` : undefined}
                    options={free.map((unit) => ({ value: unit.id, label: unit.name }))}
                    values={chosen}
                    onChange={setChosen}
                    error={issueAt(issues, 'unitIds')}
                  />
                  <Button
                    kind="quiet"
                    icon="list-checks"
                    onPress={() => setChosen(chosen.length === free.length ? [] : free.map((unit) => unit.id))}
                  >
                    {chosen.length === free.length ? '全不选' : '全选'}
                  </Button>
                </>
              ) : (
                <Box className="row-about">所辖单位都已承担这项任务。</Box>
              )
            }
          </Answer>
          <DateField
            label="完成时限"
            value={dueOn}
            min={today()}
            max={line.dueOn ?? undefined}
            onChange={setDueOn}
            error={day.allowed ? undefined : day.reason}
          />
          <TextArea label="工作要求" optional rows={3} maxLength={500} value={words} onChange={setWords} />
        </Stack>
      </Card>
      <ActionBar>
        <Button kind="primary" icon="split" wide busy={busy} disabledReason={reason} onPress={() => void send()}>
          {chosen.length ? `分解给 ${chosen.length} 个单位` : '分解'}
        </Button>
      </ActionBar>
    </>
  );
}
