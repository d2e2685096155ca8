import type { HomeVisitRequestSummary } from '@county/shared/appointments/home-visits/home-visit-request';
import { listHomeVisitRequests } from '@county/shared/appointments/home-visits/home-visit-routes';
import { daysInWords } from '@county/shared/appointments/home-visits/home-visit-words';
import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useStaff } from '../../../../api/session';
import { useList } from '../../../../api/use-list';
import { today } from '../../../../platform/clock';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Segmented } from '../../../../ui/choice';
import { EmptyState } from '../../../../ui/empty-state';
import { Page } from '../../../../ui/page';
import { Card, Flow, Row } from '../../../../ui/surface';
import { cardsPage, offeredPage, ownRequestPage, planPage, servicesPage, triagePage } from '../visit-pages';
import { VisitState } from '../visit-state';

const PARTS = [
  { value: 'asked', label: '待受理' },
  { value: 'accepted', label: '待安排' },
  { value: 'planned', label: '已安排' },
  { value: 'settled', label: '已了结' },
  { value: 'on-behalf', label: '我代为申请的' },
] as const;
type Part = (typeof PARTS)[number]['value'];

const EMPTY: Record<Part, string> = {
  asked: '没有等着受理的申请',
  accepted: '没有等着安排的申请',
  planned: '没有已安排的申请',
  settled: '还没有了结的申请',
  'on-behalf': '您还没有代为申请过',
};

/** 上门服务办理: what waits for our unit, and what one has asked for on behalf of others. */
export default function RequestsPage() {
  const staff = useStaff();
  const [part, setPart] = useState<Part>('asked');
  const list = useList(listHomeVisitRequests, staff ? { query: { part } } : null);
  if (!staff) return <SignInFirst title="上门服务办理" />;
  return (
    <Page title="上门服务办理" about="先受理，再排到哪一天、谁去；谁看过电话和住处都有记录">
      <Flow>
        <Button icon="calendar-days" href={planPage(today())}>
          今天的安排
        </Button>
        <Button icon="users" href={cardsPage}>
          服务卡、定期走访
        </Button>
        <Button icon="plus" href={servicesPage}>
          代为申请
        </Button>
        {staff.role === 'administrator' ? null : (
          <Button icon="hand-heart" href={offeredPage}>
            服务事项
          </Button>
        )}
      </Flow>
      <Segmented<Part> label="哪一部分" options={PARTS} value={part} onChange={setPart} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="inbox" title={EMPTY[part]}>
              村民自己、家人或村（社区）工作人员申请后，出现在这里。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((request) => (
              <Request key={request.id} request={request} part={part} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function Request({ request, part }: { request: HomeVisitRequestSummary; part: Part }) {
  const { id, name, villageName, serviceName, askedAt, state, visitOn, followUpOn, number, unitName } = request;
  const isOwn = part === 'on-behalf';
  const when = visitOn
    ? `${dayInWords(visitOn, today())}上门`
    : followUpOn
      ? `${dayInWords(followUpOn, today())}再去`
      : daysInWords(request, today());
  return (
    <Row
      title={[name ?? '（已删去姓名）', villageName].join(' · ')}
      about={`${serviceName} · ${when}`}
      foot={isOwn ? `申请号 ${number} · ${unitName}` : `${timeInWords(askedAt)} 申请`}
      // A tab of one state says it already, and a narrow phone needs the room.
      end={isOwn || part === 'settled' ? <VisitState state={state} /> : undefined}
      to={isOwn ? ownRequestPage(id) : triagePage(id)}
    />
  );
}
