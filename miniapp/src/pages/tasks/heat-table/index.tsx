import { readHeatTable } from '@county/shared/tasks/overview-routes';
import { overseesAll } from '@county/shared/people/scope';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow } from '../../../ui/surface';
import { useWide } from '../../../ui/use-wide';
import { useChosenFilters } from '../chosen-filters';
import { PlanFilters } from '../plan-filters';
import { HeatGrid } from './heat-grid';
import { HeatList } from './heat-list';
import type { HeatViewProps } from './heat-view';
import { Legend } from './legend';

/** 进展一览表: how every task stands in every unit of one level, with a way down to each unit's own. */
export default function HeatTablePage() {
  const staff = useStaff();
  const [breakdownId, chosen, choose] = useChosenFilters();
  const { underUnitId, unitId, state, light, category, period, text } = chosen;
  const query = { underUnitId, unitId, state, light, category, period, text, limit: 200 };
  const table = useCall(readHeatTable, staff ? { params: { breakdownId }, query } : null);
  const wide = useWide();
  if (!staff) return <SignInFirst title="进展一览表" />;
  const data = table.data;
  const names = {
    unit: data?.columns.find((column) => column.unitId === unitId)?.name ?? (unitId && '一个单位'),
    underUnit: data?.path.at(-1)?.name ?? (underUnitId && '一个单位'),
  };
  return (
    <Page title="进展一览表" about={data?.title} wide>
      <PlanFilters chosen={chosen} onChange={choose} categories={data?.categories} year={data?.year} names={names} />
      <Answer of={table}>
        {(shown) => (
          <>
            <Ways breakdownId={breakdownId} table={shown} chosen={chosen} choose={choose} />
            {shown.rows.some((row) => row.cells.length) ? (
              wide ? (
                <HeatGrid breakdownId={breakdownId} table={shown} chosen={chosen} choose={choose} />
              ) : (
                <HeatList breakdownId={breakdownId} table={shown} chosen={chosen} choose={choose} />
              )
            ) : (
              <Card>
                <EmptyState icon="table-2" title="没有符合条件的任务">
                  请放宽上面的筛选条件。
                </EmptyState>
              </Card>
            )}
            {shown.next ? <Box className="row-about">单位很多，这里先列前 200 个；请选一个单位看其所辖。</Box> : null}
            <Legend />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Where on the way down one is, the way up, and the other views with the same filters. */
function Ways({ breakdownId, table, chosen, choose }: HeatViewProps) {
  const above = table.path.at(-2)?.id;
  const staff = useStaff();
  const overseer = staff !== undefined && overseesAll(staff);
  return (
    <Flow>
      {table.path.length ? (
        <Button icon="undo-2" onPress={() => choose({ underUnitId: above, unitId: undefined })}>
          {above ? '返回上一级' : '返回全县'}
        </Button>
      ) : null}
      <Button icon="table-2" href={withQuery('/pages/tasks/ledger/index', { id: breakdownId, ...chosen })}>
        看台账
      </Button>
      {overseer ? (
        <Button
          icon="bell"
          href={withQuery('/pages/tasks/alerts/index', { id: breakdownId, underUnitId: chosen.underUnitId })}
        >
          预警
        </Button>
      ) : null}
      <Button icon="printer" href={withQuery('/pages/tasks/sheet/index', { id: breakdownId, ...chosen })}>
        打印
      </Button>
    </Flow>
  );
}
