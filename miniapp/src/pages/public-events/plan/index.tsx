import type { EventPlan, EventPlanItem } from '@county/shared/public-events/event-plan';
import { listEventPlans } from '@county/shared/public-events/event-desk-routes';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { ItemSheet } from './item-sheet';
import { UnitPlan } from './unit-plan';

const EVERY_UNIT = 'every';

/** 开放日年度计划: what each unit means to hold, and what came of it; units in their order, nobody ranked. */
export default function PlanPage() {
  const staff = useStaff();
  const { params } = useRouter();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(Number(params.year) || thisYear);
  const [unitId, setUnitId] = useState(params.unit ?? EVERY_UNIT);
  const [sheet, setSheet] = useState<{ item: EventPlanItem | null }>();
  const plans = useCall(listEventPlans, staff ? { query: { year } } : null);
  if (!staff) return <SignInFirst title="开放日年度计划" />;
  const mayPlan = staff.unitId ? canServeEvent(staff.unitId, staff) : null;
  const done = () => {
    setSheet(undefined);
    void plans.reload();
  };
  return (
    <Page title="开放日年度计划" about="各单位一年打算办的开放日、会议旁听、议事协商和听证">
      <Card>
        <Box className="filters">
          <Select
            label="年度"
            options={[thisYear + 1, thisYear, thisYear - 1].map((one) => ({ value: `${one}`, label: `${one} 年` }))}
            value={`${year}`}
            onChange={(chosen) => setYear(Number(chosen) || thisYear)}
          />
          {(plans.data?.items.length ?? 0) > 1 ? (
            <Select
              label="单位"
              options={[
                { value: EVERY_UNIT, label: '全部单位' },
                ...(plans.data?.items ?? []).map((one) => ({ value: one.unitId, label: one.unitName })),
              ]}
              value={unitId}
              onChange={(chosen) => setUnitId(chosen || EVERY_UNIT)}
            />
          ) : null}
        </Box>
      </Card>
      {mayPlan?.allowed ? (
        <Box>
          <Button icon="plus" onPress={() => setSheet({ item: null })}>
            加一项计划
          </Button>
        </Box>
      ) : null}
      <Answer of={plans}>
        {({ items }) => {
          const shown = items.filter((one) => unitId === EVERY_UNIT || one.unitId === unitId);
          return <Plans year={year} plans={shown} onChange={(item) => setSheet({ item })} />;
        }}
      </Answer>
      {sheet ? <ItemSheet year={year} item={sheet.item} onClose={() => setSheet(undefined)} onDone={done} /> : null}
    </Page>
  );
}

interface PlansProps {
  year: number;
  plans: readonly EventPlan[];
  onChange(item: EventPlanItem): void;
}

function Plans({ year, plans, onChange }: PlansProps) {
  if (!plans.length)
    return (
      <Card>
        <EmptyState icon="calendar-days" title={`${year} 年还没有计划`}>
          加上打算办的月份和主题，到时候照着发通知。
        </EmptyState>
      </Card>
    );
  return (
    <>
      {plans.map((plan) => (
        <UnitPlan key={plan.unitId} plan={plan} onChange={onChange} />
      ))}
      <Box className="row-about">
        “到期未举行”是计划的月份已经过完，还没有公开举行过的活动。单位按名录顺序列出，不排名次。
      </Box>
    </>
  );
}
