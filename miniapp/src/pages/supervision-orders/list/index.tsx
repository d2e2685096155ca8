import { dueDayInWords } from '@county/shared/calendar/day';
import { ORDER_PLACES, owesAnswer } from '@county/shared/supervision-orders/order-rules';
import { listOrders, OrderPlace } from '@county/shared/supervision-orders/order-routes';
import type { SupervisionOrderSummary } from '@county/shared/supervision-orders/order-views';
import { today } from '../../../platform/clock';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { goTo } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Row } from '../../../ui/surface';
import { OrderLateTag, orderPage, OrderStateTag } from '../order-state';

const ISSUE_PAGE = '/pages/supervision-orders/issue/index';
const ALL = 'all';

const PLACES = [
  { value: ALL, label: '全部' },
  ...OrderPlace.options.map((value) => ({ value, label: ORDER_PLACES[value].label })),
];

/** 督办单: those of one's unit and the units below; for supervisors all of them. */
export default function OrdersPage() {
  const staff = useStaff();
  const given = OrderPlace.safeParse(useRouter().params.place);
  const [place, setPlace] = useState<string>(given.success ? given.data : ALL);
  const asked = OrderPlace.safeParse(place);
  const list = useList(listOrders, staff ? { query: asked.success ? { place: asked.data } : {} } : null);
  if (!staff) return <SignInFirst title="督办单" />;
  const issues = staff.role === 'supervisor';
  return (
    <Page
      title="督办单"
      about={issues ? '逐单编号，责任单位限期答复，由督查员审核' : '上级下达的督办单，要在期限前答复'}
    >
      {issues ? (
        <Flow>
          <Button kind="primary" icon="plus" href={ISSUE_PAGE} onPress={() => void goTo(ISSUE_PAGE)}>
            下达督办单
          </Button>
        </Flow>
      ) : null}
      <Segmented label="办理情况" options={PLACES} value={place} onChange={setPlace} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState
              icon="file-text"
              title={asked.success ? `没有${ORDER_PLACES[asked.data].label}的督办单` : '没有督办单'}
            >
              {issues ? '有任务需要单独催促、限期答复时，可以在这里下达。' : '本单位没有这样的督办单。'}
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((order) => (
              <Row
                key={order.id}
                title={order.title}
                about={aboutOf(order)}
                end={<OrderStateTag state={order.state} />}
                foot={<OrderLateTag order={order} />}
                to={orderPage(order.id)}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function aboutOf({
  documentNumber,
  toUnitName,
  issuedOn,
  answerBy,
  lineCount,
  state,
}: SupervisionOrderSummary): string {
  const when = owesAnswer(state) ? `${dueDayInWords(answerBy, today())}前答复` : `${issuedOn} 下达`;
  return [documentNumber, toUnitName, lineCount > 1 ? `${lineCount} 项任务` : null, when].filter(Boolean).join(' · ');
}
