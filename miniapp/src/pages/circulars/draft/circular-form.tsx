import { CIRCULAR_READERS_LABELS, CircularReaders } from '@county/shared/circulars/circular';
import { changeCircular, draftCircular } from '@county/shared/circulars/circular-routes';
import type { CircularView } from '@county/shared/circulars/circular-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import type { Answer } from '../../../api/wire';
import { newId } from '../../../platform/ids';
import { replaceWith } from '../../../platform/navigation';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { circularPage } from '../circular-state';
import type { DraftItem } from './draft-item';
import { DraftItems } from './draft-items';

interface Form {
  id: string;
  title: string;
  opening: string;
  closing: string;
  readers: CircularReaders;
  items: DraftItem[];
}

interface FormProps {
  breakdownId: string;
  title: string;
  begun?: CircularView;
}

/** The wording of a circular; saved on this device by itself, with the office once the person says so. */
export function CircularForm({ breakdownId, title, begun }: FormProps) {
  const key = begun ? `circular:${begun.id}:${begun.version}` : `circular:new:${breakdownId}`;
  const draft = useDraft<Form>(key, begun ? formOf(begun) : emptyForm(title));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  // The id drawn first stays with the draft, so that sending again makes no second circular.
  const write = (part: Partial<Form>) => draft.change({ id: form.id, ...part });
  const form = draft.value;
  const save = async () => {
    setBusy(true);
    const { id, items, ...words } = form;
    const content = {
      ...words,
      items: items.map((item) => ({ id: item.id, assignmentId: item.assignmentId, words: item.words })),
    };
    const change = (version: number) =>
      call(changeCircular, { params: { circularId: id }, body: { ...content, version } });
    const first = begun ? undefined : await call(draftCircular, { body: { id, breakdownId, ...content } });
    // The first saving arrived though its answer was lost: what is written now goes over it.
    const answer = first && !isTaken(first) ? first : await change(begun?.version ?? FIRST_VERSION);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast('已保存，核对后提交负责人批准');
    await replaceWith(circularPage(id));
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      {begun?.returnWords ? (
        <Notice kind="warn" title="负责人退回">
          {begun.returnWords}
        </Notice>
      ) : null}
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field
            label="标题"
            maxLength={100}
            value={form.title}
            onChange={(text) => write({ title: text })}
            error={issueAt(issues, 'title')}
          />
          <TextArea
            label="开头"
            hint="依据什么；截至哪一天由系统按提交的日期写明"
            rows={3}
            maxLength={2000}
            value={form.opening}
            onChange={(text) => write({ opening: text })}
            error={issueAt(issues, 'opening')}
          />
        </Stack>
      </Card>
      <DraftItems
        breakdownId={breakdownId}
        items={form.items}
        onChange={(items) => write({ items })}
        errorAt={(index) => issueAt(issues, `items.${index}.words`)}
        error={issueAt(issues, 'items')}
      />
      <Card>
        <Stack>
          <TextArea
            label="工作要求"
            rows={3}
            maxLength={2000}
            value={form.closing}
            onChange={(text) => write({ closing: text })}
            error={issueAt(issues, 'closing')}
          />
          <Choice<CircularReaders>
            label="发送范围"
            options={CircularReaders.options.map((value) => ({ value, label: CIRCULAR_READERS_LABELS[value] }))}
            value={form.readers}
            onChange={(readers) => write({ readers })}
          />
          <Box className="row-about">{savedInWords(draft.savedAt, draft.unsaved)}</Box>
        </Stack>
      </Card>
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={form.items.length ? null : '请先选择要通报的任务'}
          onPress={() => void save()}
        >
          保存
        </Button>
      </ActionBar>
    </>
  );
}

const FIRST_VERSION = 1;

const isTaken = (answer: Answer<CircularView>) =>
  !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'id-taken';

function savedInWords(savedAt: string | undefined, unsaved: boolean): string {
  if (unsaved) return '这台设备存满了，没有自动存下；请先保存';
  return savedAt ? `已自动存在这台设备上（${timeInWords(savedAt)}）` : '写下的内容会自动存在这台设备上';
}

const emptyForm = (title: string): Form => ({
  id: newId(),
  title,
  opening: '根据任务分解表确定的完成时限，下列事项已经逾期，现通报如下。',
  closing:
    '请有关单位查明原因，抓紧办理，办结后及时在系统中填报。对通报内容有异议的，可以自收到之日起三十日内申请复核。',
  readers: 'named',
  items: [],
});

const formOf = ({ id, title, opening, closing, readers, items }: CircularView): Form => ({
  id,
  title,
  opening,
  closing,
  readers,
  items: items.map(({ facts, ...item }) => ({
    id: item.id,
    assignmentId: item.assignmentId,
    words: item.words,
    title: `${facts.unitName}：${facts.taskNumber}．${facts.mainTask}`,
  })),
});
