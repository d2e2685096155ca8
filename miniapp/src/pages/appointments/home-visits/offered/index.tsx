import { countHomeVisits, listHomeVisitServices } from '@county/shared/appointments/home-visits/home-visit-routes';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { useList } from '../../../../api/use-list';
import { today } from '../../../../platform/clock';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { ListAnswer } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { Page } from '../../../../ui/page';
import { Card, Facts, Flow, Row, Section } from '../../../../ui/surface';
import { Tag } from '../../../../ui/tag';
import { offerPage } from '../visit-pages';

/** 上门服务事项: what our unit does at people's homes, in which villages; and how much of it was done this year. */
export default function OfferedPage() {
  const staff = useStaff();
  const services = useList(listHomeVisitServices, staff ? { query: { limit: 100 } } : null);
  if (!staff) return <SignInFirst title="上门服务事项" />;
  return (
    <Page title="上门服务事项" about="群众看到的就是这些；改了马上公开">
      <Flow>
        <Button kind="primary" icon="plus" href={offerPage(null)}>
          新增事项
        </Button>
      </Flow>
      <ListAnswer
        of={services}
        empty={
          <Card>
            <EmptyState icon="hand-heart" title="还没有上门服务事项">
              新增以后，服务范围内的村（社区）就能申请。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map(({ id, name, unitName, villages, withdrawnReason }) => (
              <Row
                key={id}
                icon="hand-heart"
                title={name}
                about={`${unitName} · 服务 ${villages.length} 个村（社区）`}
                end={
                  withdrawnReason === null ? undefined : (
                    <Tag tone="stone" icon="circle-minus">
                      已停办
                    </Tag>
                  )
                }
                to={offerPage(id)}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
      <ThisYear />
    </Page>
  );
}

/** Counts alone: no name stands behind them. */
function ThisYear() {
  const year = today().slice(0, 4);
  const counts = useCall(countHomeVisits, { query: { from: `${year}-01-01`, to: today() } });
  if (!counts.data?.items.length) return null;
  return (
    <Section title={`${year} 年以来`} about="只有件数，没有个人信息">
      <Card>
        <Facts
          facts={counts.data.items.map(({ unitName, requests, done, visits }) => ({
            name: unitName,
            value: `申请 ${requests} 件，办完 ${done} 件，上门 ${visits} 次`,
          }))}
        />
      </Card>
    </Section>
  );
}
