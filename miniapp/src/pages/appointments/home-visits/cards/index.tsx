import { ELDER_NEED_LABELS } from '@county/shared/appointments/home-visits/elder-card';
import { turnInWords } from '@county/shared/appointments/home-visits/home-visit-rules';
import { listElderCards } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { dayInWords, dueDayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useStaff } from '../../../../api/session';
import { useList } from '../../../../api/use-list';
import { today } from '../../../../platform/clock';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { ListAnswer } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Segmented } from '../../../../ui/choice';
import { EmptyState } from '../../../../ui/empty-state';
import { Page } from '../../../../ui/page';
import { Card, Flow, Row } from '../../../../ui/surface';
import { cardPage, newCardPage, planPage } from '../visit-pages';

const PARTS = [
  { value: 'all', label: '全部' },
  { value: 'due', label: '本月该走访的' },
] as const;
type Part = (typeof PARTS)[number]['value'];

/** 服务卡: whom our unit looks after, by consent; nobody else sees them. */
export default function CardsPage() {
  const staff = useStaff();
  const [part, setPart] = useState<Part>('all');
  const list = useList(listElderCards, staff ? { query: { part } } : null);
  if (!staff) return <SignInFirst title="服务卡" />;
  return (
    <Page title="服务卡" about="一人一卡，只有本单位看得到，谁看过都有记录">
      <Flow>
        <Button icon="user-plus" href={newCardPage(null)}>
          建一张卡
        </Button>
        <Button icon="calendar-days" href={planPage(today())}>
          上门安排
        </Button>
      </Flow>
      <Segmented<Part> label="哪一部分" options={PARTS} value={part} onChange={setPart} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="users" title={part === 'due' ? '本月没有该走访的了' : '还没有服务卡'}>
              {part === 'due' ? '已排进安排的不在这里。' : '办过上门服务、本人同意的，可以建一张，以后不用再问一遍。'}
            </EmptyState>
          </Card>
        }
      >
        {(cards) => (
          <Card flush>
            {cards.map(({ id, name, villageName, needs, turn, dueOn, plannedOn }) => (
              <Row
                key={id}
                title={`${name} · ${villageName}`}
                about={needs.map((need) => ELDER_NEED_LABELS[need]).join('、') || '没有特别要留意的'}
                foot={[
                  turn && turnInWords(turn),
                  plannedOn
                    ? `已排在${dayInWords(plannedOn, today())}`
                    : dueOn && `该去的日子 ${dueDayInWords(dueOn, today())}`,
                ]
                  .filter(Boolean)
                  .join('，')}
                to={cardPage(id)}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}
