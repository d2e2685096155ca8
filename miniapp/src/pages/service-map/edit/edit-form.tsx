import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { addServicePoint, changeServicePoint } from '@county/shared/service-map/service-map-routes';
import { NewServicePoint, PointChange, type ServicePointView } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import type { Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { ThrowAway } from '../../../components/throw-away';
import { goBack } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ActionBar, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { HoursEditor } from '../hours-editor';
import { AccessibilityPart } from './accessibility-part';
import { BasicsPart } from './basics-part';
import { ConflictNotice } from './conflict-notice';
import { MorePart } from './more-part';
import { factsOf, NEW_POINT, POINT_DRAFT, type PointForm } from './point-form';
import { PositionPart } from './position-part';
import { StaffPart } from './staff-part';
import { issuesInWords, wordsUnder } from './issue-words';
import { WindowsPart } from './windows-part';

const UNKNOWN_HOURS = { label: '时间不详', about: '群众看到“时间不详，去之前先打电话”' };

interface EditFormProps {
  /** Undefined for a new one. */
  point: ServicePointView | undefined;
  fresh: PointForm;
}

export function EditForm({ point, fresh }: EditFormProps) {
  const draft = useDraft<PointForm>(`${POINT_DRAFT}:${point?.id ?? NEW_POINT}`, fresh);
  const form = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  // Other words are another change, should the first have arrived unheard.
  const change = (part: Partial<PointForm>) => draft.change({ ...form, id: newId(), ...part });
  const issue = (path: string) => wordsUnder(issues, path);
  const part = { form, change, issue };
  const isNewer = point !== undefined && draft.savedAt !== undefined && point.version > form.onVersion;

  const send = async () => {
    const facts = factsOf(form);
    const checked = point
      ? checkInput(PointChange, { ...facts, id: form.id, onVersion: form.onVersion })
      : checkInput(NewServicePoint, { ...facts, id: form.id, unitId: form.unitId });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = point
      ? await call(changeServicePoint, { params: { pointId: point.id }, body: checked.value as PointChange })
      : await call(addServicePoint, { body: checked.value as NewServicePoint });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast(point ? '已保存，群众马上看到' : '已登记，群众马上看到');
    await goBack();
  };
  const forget = () => {
    setIssues(undefined);
    setFailure(undefined);
  };
  const afterThrowingAway = point ? '回到现在公开的内容。' : '写下的全部删去，从头再填。';
  const isConflict = failure?.kind === 'refused' && failure.status === 409;
  return (
    <>
      {isConflict ? null : <FailureNotice failure={failure} />}
      {point && (isNewer || isConflict) ? (
        <ConflictNotice
          pointId={point.id}
          form={form}
          words={isConflict ? failure.problem.message : undefined}
          onMerged={(merged) => {
            setFailure(undefined);
            change(merged);
          }}
        />
      ) : null}
      {draft.savedAt && !isNewer && !isConflict ? (
        <Notice
          kind="info"
          title={`已自动存在本机 ${shanghaiTime(draft.savedAt)}，还没有公开`}
          action={<ThrowAway draft={draft} words={afterThrowingAway} onDone={forget} />}
        />
      ) : null}
      <BasicsPart {...part} isNew={!point} />
      <PositionPart {...part} />
      <Section title="开放时间">
        <HoursEditor
          hours={form.hours}
          none={UNKNOWN_HOURS}
          onChange={(hours) => change({ hours })}
          error={issue('hours')}
        />
      </Section>
      <WindowsPart {...part} />
      <StaffPart {...part} />
      <AccessibilityPart {...part} />
      <MorePart {...part} photoUrl={point?.photoUrl ?? null} />
      {issues?.length ? (
        <Notice kind="danger" title={`有 ${issues.length} 处要改，改好再${point ? '保存' : '登记'}`}>
          {issuesInWords(issues).map((words) => (
            <Box key={words}>{words}</Box>
          ))}
        </Notice>
      ) : null}
      {draft.unsaved ? (
        <Notice kind="warn" title="手机存储已满，内容没有存下">
          请先清理手机空间，再离开本页。
        </Notice>
      ) : null}
      <ActionBar>
        <Button kind="primary" icon="check" wide busy={busy} onPress={() => void send()}>
          {point ? '保存，马上公开' : '登记，马上公开'}
        </Button>
      </ActionBar>
    </>
  );
}
