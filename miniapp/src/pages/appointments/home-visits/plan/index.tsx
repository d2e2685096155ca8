import { getVisitPlan, orderVisits } from '@county/shared/appointments/home-visits/visit-plan-routes';
import type { HomeVisitView, VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import { addDays, dayInWords } from '@county/shared/calendar/day';
import { grouped } from '@county/shared/grouped';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call';
import type { Failure } from '../../../../api/failure';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { canPrint, printPage } from '../../../../platform/print';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { Page } from '../../../../ui/page';
import { Card, Flow, Section, Stack } from '../../../../ui/surface';
import { requestsPage } from '../visit-pages';
import { DueCards } from './due-cards';
import { Visit } from './visit';

/** 上门安排: one day's doors in the order in which they are gone to; readable without a signal once opened. */
export default function PlanPage() {
  const { day: wanted } = useRouter().params;
  const staff = useStaff();
  const [day, setDay] = useState(wanted ?? today());
  const plan = useCall(getVisitPlan, staff ? { params: { day } } : null);
  if (!staff) return <SignInFirst title="上门安排" />;
  return (
    <Page
      title={`上门安排 ${dayInWords(day, today())}`}
      about={`${staff.unitName ?? ''}；出门前打开一遍，没有信号也能看`}
    >
      <Flow>
        <Button icon="arrow-left" onPress={() => setDay(addDays(day, -1))}>
          前一天
        </Button>
        <Button onPress={() => setDay(addDays(day, 1))}>后一天</Button>
        {canPrint ? (
          <Button icon="printer" onPress={() => void printPage()}>
            打印
          </Button>
        ) : null}
      </Flow>
      <Answer of={plan}>
        {(there) => (
          <>
            <Days plan={there} onChanged={plan.replace} />
            {day >= today() ? (
              <Box className="screen-only">
                <DueCards day={day} assigneeId={staff.personId} onPlanned={plan.replace} />
              </Box>
            ) : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Days({ plan, onChanged }: { plan: VisitPlan; onChanged(plan: VisitPlan): void }) {
  const byPerson = [...grouped(plan.visits, ({ assigneeId }) => assigneeId).values()];
  if (!byPerson.length)
    return (
      <Card>
        <EmptyState
          icon="calendar-days"
          title="这一天还没有安排"
          action={<Button href={requestsPage}>去看上门申请</Button>}
        >
          受理一件申请，或把该走访的老人排进来。
        </EmptyState>
      </Card>
    );
  return (
    <>
      {byPerson.map((visits) => (
        <Box key={visits[0]!.assigneeId} className="visit-route">
          <OneRoute day={plan.day} visits={visits} onChanged={onChanged} />
        </Box>
      ))}
    </>
  );
}

interface OneRouteProps {
  day: string;
  visits: HomeVisitView[];
  onChanged(plan: VisitPlan): void;
}

/** One person's way through the villages. */
function OneRoute({ day, visits, onChanged }: OneRouteProps) {
  const [{ assigneeId, assigneeName }] = visits as [HomeVisitView, ...HomeVisitView[]];
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const order = async (visitIds: string[] | null) => {
    // The order on the screen is the old one until it is answered: a second press would undo the first.
    if (busy) return;
    setBusy(true);
    const answer = await call(orderVisits, { params: { day }, body: { assigneeId, visitIds } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChanged(answer.reply);
  };
  const up = (at: number) => {
    const ids = visits.map(({ id }) => id);
    [ids[at - 1], ids[at]] = [ids[at]!, ids[at - 1]!];
    void order(ids);
  };
  const isOpen = visits.some(({ state }) => state === 'planned');
  return (
    <Section
      title={`${assigneeName}，${visits.length} 户`}
      action={
        isOpen && visits.length > 1 ? (
          <Button kind="quiet" icon="refresh-cw" busy={busy} onPress={() => void order(null)}>
            按远近重排
          </Button>
        ) : undefined
      }
    >
      <FailureNotice failure={failure} />
      <Stack>
        {visits.map((visit, at) => (
          <Visit
            key={visit.id}
            visit={visit}
            place={at + 1}
            isMoving={busy}
            onUp={at > 0 ? () => up(at) : undefined}
            onChanged={onChanged}
          />
        ))}
      </Stack>
    </Section>
  );
}
