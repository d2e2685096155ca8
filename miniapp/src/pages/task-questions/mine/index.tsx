import { dueDayInWords } from '@county/shared/calendar/day';
import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import type { AskedQuestion } from '@county/shared/task-questions/task-question';
import { readAskedQuestion, removeQuestionPhone } from '@county/shared/task-questions/task-question-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { questionsAskedHere } from '../../../api/kept-numbers';
import { useOutbox } from '../../../api/outbox';
import { unsent } from '../../../api/outbox-queue';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { ring } from '../../../platform/device';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Field } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { AskerState } from '../question-state';

/** What was asked on this device, or by a number from another, with the answers. */
export default function MyQuestionsPage() {
  const [ids, setIds] = useState(questionsAskedHere.all);
  const remove = async () => {
    const words = '移除后，要凭查询编号才能再看答复；已经提交的问题仍会办理。';
    if (!(await confirm({ title: '从本机移除这些记录？', words, yes: '移除' }))) return;
    questionsAskedHere.forgetAll();
    setIds([]);
  };
  return (
    <Page
      title="我的提问"
      about="就公开的任务提过的问题和答复"
      action={
        ids.length ? (
          <Button kind="quiet" onPress={() => void remove()}>
            从本机移除
          </Button>
        ) : undefined
      }
    >
      {ids.map((questionId) => (
        <OneOfMine key={questionId} questionId={questionId} />
      ))}
      {ids.length ? null : (
        <Card>
          <EmptyState icon="circle-help" title="这台手机上还没有提过问题">
            在“公开的任务进展”里选一项任务，点“提问和答复”。
          </EmptyState>
        </Card>
      )}
      <ByNumber onFound={() => setIds(questionsAskedHere.all())} />
    </Page>
  );
}

function OneOfMine({ questionId }: { questionId: string }) {
  const asked = useCall(readAskedQuestion, { params: { questionId } });
  const isUnsent = useOutbox(({ items }) => unsent(items).some(({ id }) => id === questionId));
  const { data, replace } = asked;
  if (isUnsent) return <Unsent />;
  if (!data)
    return (
      <Card>
        <Answer of={asked}>{() => null}</Answer>
      </Card>
    );
  const { officePhone } = data;
  return (
    <Card>
      <Stack>
        <Flow>
          <AskerState state={data.state} />
          <Box as="span" className="row-about">{`${timeInWords(data.askedAt)} 提问`}</Box>
        </Flow>
        <Box className="row-title">{data.words}</Box>
        <Box className="row-about">{`关于：${data.taskNumber}．${data.mainTask}`}</Box>
        <Outcome question={data} />
        {officePhone ? (
          <Button kind="quiet" icon="phone" onPress={() => void ring(officePhone)}>
            {`${data.unitName} ${officePhone}`}
          </Button>
        ) : null}
        {data.hasPhone ? <RemovePhone questionId={questionId} onRemoved={replace} /> : null}
      </Stack>
    </Card>
  );
}

function Unsent() {
  return (
    <Card flush>
      <Row
        icon="clock"
        title="有一个问题还没有发出去"
        about="存在这台手机上，有网络时自动发送"
        to="/pages/tasks/outbox/index"
      />
    </Card>
  );
}

function Outcome({ question }: { question: AskedQuestion }) {
  if (question.answer) return <Box>{`${question.unitName}答复：${question.answer}`}</Box>;
  if (question.declineReason) return <Box>{`不予办理的理由：${question.declineReason}`}</Box>;
  const by = `由${question.unitName}办理，一般在 ${dueDayInWords(question.answerBy, today())}前答复`;
  return <Box className="row-about">{question.isProvisional ? `${by}（${PROVISIONAL_WORDS}）` : by}</Box>;
}

function RemovePhone({ questionId, onRemoved }: { questionId: string; onRemoved: (now: AskedQuestion) => void }) {
  const remove = async () => {
    const words = '删除后，承办单位不能再打电话告诉您答复；在这里仍然看得到。';
    if (!(await confirm({ title: '删除您留的电话？', words, yes: '删除', danger: true }))) return;
    const answer = await call(removeQuestionPhone, { params: { questionId } });
    if (!answer.ok) return toast(failureSentence(answer.failure), 'danger');
    onRemoved(answer.reply);
    toast('电话已删除');
  };
  return (
    <Button kind="quiet" icon="trash-2" onPress={() => void remove()}>
      删除我留的电话
    </Button>
  );
}

function ByNumber({ onFound }: { onFound: () => void }) {
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    const answer = await call(readAskedQuestion, { params: { questionId: number.trim().toLowerCase() } });
    setBusy(false);
    if (!answer.ok) return setError(failureSentence(answer.failure));
    setError(undefined);
    setNumber('');
    questionsAskedHere.remember(answer.reply.id);
    onFound();
  };
  return (
    <Section title="在别的手机上提的">
      <Card>
        <Stack>
          <Field
            label="查询编号"
            hint="提交以后显示的那一串字母和数字"
            value={number}
            onChange={setNumber}
            {...(error ? { error } : {})}
          />
          <Button
            icon="search"
            busy={busy}
            disabledReason={number.trim() ? null : '请先填写编号'}
            onPress={() => void look()}
          >
            查看
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
