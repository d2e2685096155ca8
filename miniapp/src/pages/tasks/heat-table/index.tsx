import type { HeatFilter } from '@county/shared/tasks/overview/heat-table';
import { downloadHeatTable, readHeatTable } from '@county/shared/tasks/overview/overview-routes';
import { overseesAll } from '@county/shared/people/scope';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { TakeFile } from '../../../components/take-file';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { Card, Flow } from '../../../ui/surface';
import { useWide } from '../../../ui/use-wide';
import { useChosenFilters, type ChosenFilters } from '../chosen-filters';
import { useFilterNames } from '../filter-names';
import { PlanFilters } from '../plan-filters';
import { HeatGrid } from './heat-grid';
import { HeatList } from './heat-list';
import type { HeatViewProps } from './heat-view';
import { Legend } from './legend';
import { UnitPages } from './unit-pages';

const UNITS_ON_A_PAGE = 200;

/** 进展一览表: how every task stands in every unit of one level, with a way down to each unit's own. */
export default function HeatTablePage() {
  const staff = useStaff();
  const [breakdownId, chosen, choose] = useChosenFilters();
  const [turned, turnTo] = useState<readonly string[]>([]);
  const query = { ...filterOf(chosen), limit: UNITS_ON_A_PAGE, cursor: turned.at(-1) };
  const table = useCall(readHeatTable, staff ? { params: { breakdownId }, query } : null);
  const names = useFilterNames(chosen, undefined);
  const wide = useWide();
  if (!staff) return <SignInFirst title="进展一览表" />;
  const data = table.data;
  const chooseAnew = (more: ChosenFilters) => {
    turnTo([]);
    choose(more);
  };
  return (
    <Page title="进展一览表" about={data?.title} wide>
      <PlanFilters
        chosen={chosen}
        onChange={chooseAnew}
        categories={data?.categories}
        year={data?.year}
        names={names}
      />
      <Answer of={table}>
        {(shown) => (
          <>
            <Ways breakdownId={breakdownId} table={shown} chosen={chosen} choose={chooseAnew} />
            {shown.rows.some((row) => row.cells.length) ? (
              wide ? (
                <HeatGrid breakdownId={breakdownId} table={shown} chosen={chosen} choose={chooseAnew} />
              ) : (
                <HeatList breakdownId={breakdownId} table={shown} chosen={chosen} choose={chooseAnew} />
              )
            ) : (
              <Card>
                <EmptyState icon="table-2" title="没有符合条件的任务">
                  请放宽上面的筛选条件。
                </EmptyState>
              </Card>
            )}
            <UnitPages table={shown} turned={turned} turnTo={turnTo} />
            <Legend isProvisional={shown.isProvisional} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** What of a plan's filters the table knows. */
const filterOf = ({ underUnitId, unitId, state, light, category, period, text }: ChosenFilters): HeatFilter => ({
  underUnitId,
  unitId,
  state,
  light,
  category,
  period,
  text,
});

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
      <TakeFile
        route={downloadHeatTable}
        request={{ params: { breakdownId }, query: filterOf(chosen) }}
        name="进展一览表.xlsx"
        words="下载 Excel"
      />
      <ShareButton
        title={`${table.title}进展一览表`}
        path={withQuery('/pages/tasks/heat-table/index', { id: breakdownId, ...filterOf(chosen) })}
      />
    </Flow>
  );
}
