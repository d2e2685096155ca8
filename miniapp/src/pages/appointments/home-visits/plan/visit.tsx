import { getVisitPlan, setOutForVisit } from '@county/shared/appointments/home-visits/visit-plan-routes';
import {
  HOME_VISIT_OUTCOME_LABELS,
  type HomeVisitOutcome,
  type HomeVisitView,
  type VisitPlan,
} from '@county/shared/appointments/home-visits/visit-plan';
import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { discard, sendOrKeep, useOutbox } from '../../../../api/outbox';
import { unsent } from '../../../../api/outbox-queue';
import { now, today } from '../../../../platform/clock';
import { callable, ring } from '../../../../platform/device';
import { newId } from '../../../../platform/ids';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import { Card, Facts, Flow, Stack } from '../../../../ui/surface';
import { Tag } from '../../../../ui/tag';
import { toast } from '../../../../ui/toast';
import { triagePage } from '../visit-pages';
import { ResultForm } from './result-form';
import { TakeOff } from './take-off';

interface VisitProps {
  visit: HomeVisitView;
  place: number;
  onUp: (() => void) | undefined;
  /** The order of the doors is being changed. */
  isMoving: boolean;
  onChanged(plan: VisitPlan): void;
}

/** One door: who, where, what to mind, and what came of it. */
export function Visit({ visit, place, onUp, isMoving, onChanged }: VisitProps) {
  const { id, name, phone, villageName, landmark, needs, what, dayPart, words, followUpOn, requestId } = visit;
  const { items } = useOutbox();
  const own = unsent(items).filter(({ request }) => request.path.includes(`/home-visits/${id}/`));
  const refused = own.filter((item) => item.state === 'failed');
  const isWaiting = own.length > refused.length;
  return (
    <Card>
      <Stack>
        <Flow>
          <Box as="h3" className="row-title">{`${place}. ${name ?? '（已删去姓名）'} · ${villageName}`}</Box>
          <State visit={visit} isWaiting={isWaiting} />
        </Flow>
        <Facts
          facts={[
            { name: '办什么', value: what },
            { name: '怎么找', value: landmark ?? '' },
            { name: '什么时候', value: dayPart },
            { name: '电话', value: phone ?? '没有电话' },
            ...(needs.length ? [{ name: '要留意', value: needs.join('、') }] : []),
            ...(words ? [{ name: '情况', value: words }] : []),
            ...(followUpOn ? [{ name: '下次', value: dayInWords(followUpOn, today()) }] : []),
          ]}
        />
        <Box className="paper-only">办理情况：＿＿＿＿＿＿＿＿＿＿＿＿　本人或家人签字：＿＿＿＿＿＿</Box>
        <Flow>
          {phone ? (
            <Button icon="phone" onPress={() => void ring(callable(phone))} label={`打电话给${name ?? ''}`}>
              打电话
            </Button>
          ) : null}
          {requestId ? (
            <Button kind="quiet" href={triagePage(requestId)}>
              看申请
            </Button>
          ) : null}
          {onUp && visit.state === 'planned' ? (
            <Button kind="quiet" icon="arrow-up" busy={isMoving} onPress={onUp} label={`把${name ?? ''}往前移一户`}>
              往前移
            </Button>
          ) : null}
        </Flow>
        {refused.map(({ id: itemId, title, reason }) => (
          <Notice
            key={itemId}
            kind="danger"
            title={`没有记上：${reason ?? title}`}
            action={<Button onPress={() => void discard(itemId)}>知道了</Button>}
          >
            {title}
          </Notice>
        ))}
        {isWaiting ? null : <Actions visit={visit} onChanged={onChanged} />}
      </Stack>
    </Card>
  );
}

function State({ visit: { state }, isWaiting }: { visit: HomeVisitView; isWaiting: boolean }) {
  if (isWaiting)
    return (
      <Tag tone="amber" icon="clock">
        等待发送
      </Tag>
    );
  if (state === 'planned') return null;
  if (state === 'on-the-way')
    return (
      <Tag tone="blue" icon="navigation">
        已出发
      </Tag>
    );
  return (
    <Tag tone={state === 'done' ? 'pine' : 'amber'} icon={state === 'done' ? 'circle-check' : 'clock'}>
      {HOME_VISIT_OUTCOME_LABELS[state as HomeVisitOutcome]}
    </Tag>
  );
}

function Actions({ visit, onChanged }: { visit: HomeVisitView; onChanged(plan: VisitPlan): void }) {
  const { id, state, day, name, villageName } = visit;
  const [open, setOpen] = useState<'result' | 'take-off'>();
  const [actId] = useState(newId);
  if (state !== 'planned' && state !== 'on-the-way') return null;
  const setOut = async () => {
    const body = { id: actId, happenedAt: now() };
    // In the yard there is a signal, at the foot of the hill there is none: said there, it is sent later.
    const title = `出发上门：${villageName} #${id.slice(-6)}`;
    const request = { params: { visitId: id }, body };
    const sending = await sendOrKeep({
      id: actId,
      kind: 'visit-departure',
      title,
      route: setOutForVisit,
      request,
      isAct: true,
    });
    // Why it was refused stands above, where it stays when the buttons have been away.
    if (sending.failure?.kind === 'refused') return;
    if (sending.item.state !== 'sent') return toast('已存下，有网络时自动发送');
    const answer = await call(getVisitPlan, { params: { day } });
    if (answer.ok) onChanged(answer.reply);
  };
  const close = () => setOpen(undefined);
  if (open === 'result') return <ResultForm visit={visit} onClose={close} onChanged={onChanged} />;
  return (
    <>
      <Flow>
        {day <= today() ? (
          <Button kind="primary" icon="pencil" onPress={() => setOpen('result')} label={`填结果：${name ?? ''}`}>
            填结果
          </Button>
        ) : null}
        {state === 'planned' && day === today() ? (
          <Button icon="navigation" onPress={() => void setOut()} label={`出发去${name ?? ''}家`}>
            出发
          </Button>
        ) : null}
        {state === 'planned' ? (
          <Button kind="quiet" icon="undo-2" onPress={() => setOpen('take-off')}>
            取消安排
          </Button>
        ) : null}
      </Flow>
      {open === 'take-off' ? <TakeOff visit={visit} onClose={close} onChanged={onChanged} /> : null}
    </>
  );
}
