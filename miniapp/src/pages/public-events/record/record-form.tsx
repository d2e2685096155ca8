import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { EventRecordContent, type EventDecision, type EventRecord } from '@county/shared/public-events/event-record';
import { changeEventRecord } from '@county/shared/public-events/event-record-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import type { PickedFile } from '../../../platform/picked-file';
import { addressOf } from '../../../platform/transport';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { DateField, Field, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { DecisionFields } from './decision-fields';
import { RecordPhotos } from './record-photos';
import { sendPhotos } from './send-photos';

interface Form {
  /** Of the change; another with every letter, so that a repeat is a repeat. */
  id: string;
  /** The version the words were begun on; null before there is one. */
  onRevision: number | null;
  heldOn: string;
  attendance: string;
  minutes: string;
  decisions: EventDecision[];
  /** Photos that are with the record already. */
  keptPhotoIds: string[];
}

interface Props {
  eventId: string;
  record: EventRecord | null;
  /** What is known of the day before anybody writes. */
  heldOn: string;
  attendance: string;
  onDone(record: EventRecord): void;
  onCancel?: (() => void) | undefined;
}

/** 活动纪要, as the organiser writes it: saved on the device while writing, with the unit once saved. */
export function RecordForm({ eventId, record, heldOn, attendance, onDone, onCancel }: Props) {
  const current = record?.revision ?? null;
  const { photoIds: keptPhotoIds, ...words } = record?.content ?? {
    heldOn,
    attendance,
    minutes: '',
    decisions: [],
    photoIds: [],
  };
  const start: Form = { id: newId(), onRevision: current, ...words, keptPhotoIds };
  const draft = useDraft<Form>(`event-record:${eventId}`, start);
  const [photos, setPhotos] = useState<PickedFile[]>([]);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const form = draft.value;
  const change = (part: Partial<Form>) => draft.change({ ...part, id: newId() });
  const save = async () => {
    const { id, onRevision, keptPhotoIds: kept, ...rest } = form;
    const decisions = rest.decisions.filter(({ words: said }) => said.trim());
    const photoIds = [...kept, ...photos.map((photo) => photo.id)];
    const checked = checkInput(EventRecordContent, { ...rest, decisions, photoIds });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const failed = await sendPhotos(photos);
    const params = { eventId };
    const answer = failed
      ? ({ ok: false, failure: failed } as const)
      : await call(changeEventRecord, { params, body: { id, onRevision, content: checked.value } });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues?.map(withinContent));
      return;
    }
    draft.discard();
    toast('已保存，还没有公开');
    onDone(answer.reply);
  };
  return (
    <>
      {form.onRevision === current ? null : (
        <Notice
          kind="warn"
          title="您没存的内容还在，但纪要后来又改过"
          action={
            <Flow>
              <Button onPress={() => draft.discard()}>换成现在的内容</Button>
              <Button onPress={() => change({ onRevision: current })}>用我写的</Button>
            </Flow>
          }
        >
          {`${record?.writtenByName ?? '别人'}存过一版。请选用哪一份，没有选就不能保存。`}
        </Notice>
      )}
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <DateField
            label="举行日期"
            // What was written while it is sent would go with the draft.
            disabled={busy}
            max={today()}
            value={form.heldOn}
            onChange={(value) => change({ heldOn: value })}
            error={issueAt(issues, 'heldOn')}
          />
          <Field
            label="到场情况"
            disabled={busy}
            hint="按签到预填，可以补充，例如 25 人，其中人大代表 3 人"
            maxLength={100}
            value={form.attendance}
            onChange={(value) => change({ attendance: value })}
            error={issueAt(issues, 'attendance')}
          />
          <TextArea
            label="纪要"
            disabled={busy}
            hint="做了什么、说了什么、有什么结果。不写群众姓名、电话"
            rows={8}
            maxLength={5000}
            value={form.minutes}
            onChange={(minutes) => change({ minutes })}
            error={issueAt(issues, 'minutes')}
          />
          <DecisionFields
            decisions={form.decisions}
            disabled={busy}
            onChange={(decisions) => change({ decisions })}
            issues={issues}
          />
          <RecordPhotos
            kept={form.keptPhotoIds.map((id) => keptPhoto(id, record?.photoUrls[id]))}
            fresh={photos}
            disabled={busy}
            onAdd={(photo) => setPhotos((before) => [...before, photo])}
            onDrop={(id) => {
              setPhotos(photos.filter((photo) => photo.id !== id));
              if (form.keptPhotoIds.includes(id))
                change({ keptPhotoIds: form.keptPhotoIds.filter((one) => one !== id) });
            }}
            error={issueAt(issues, 'photoIds')}
          />
          {draft.unsaved ? (
            <Notice kind="warn" title="设备存储已满，内容没有存下">
              请先清理空间，再离开本页。
            </Notice>
          ) : draft.savedAt ? (
            <Box className="field-hint">{`文字已自动存在本设备 ${shanghaiTime(draft.savedAt)}，还没有保存到单位`}</Box>
          ) : null}
        </Stack>
      </Card>
      <Flow>
        <Button
          kind="primary"
          icon="check"
          busy={busy}
          disabledReason={form.onRevision === current ? null : '请先在上面选用哪一份'}
          onPress={() => void save()}
        >
          保存纪要
        </Button>
        {onCancel ? (
          <Button kind="quiet" onPress={onCancel}>
            先不改了
          </Button>
        ) : null}
      </Flow>
    </>
  );
}

const keptPhoto = (id: string, url: string | undefined) => ({ id, url: url && addressOf(url) });

/** The server names fields within `content`; here they stand by themselves. */
const withinContent = ({ path, message }: FieldIssue): FieldIssue => ({
  path: path[0] === 'content' ? path.slice(1) : path,
  message,
});
