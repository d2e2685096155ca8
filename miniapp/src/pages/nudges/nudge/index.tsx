import { dueDayInWords } from '@county/shared/calendar/day';
import { listNudgedUnits, readNudge } from '@county/shared/nudges/nudge-routes';
import type { NudgedUnit, NudgeView } from '@county/shared/nudges/nudge';
import { leftOutInWords } from '@county/shared/nudges/nudge-rules';
import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { today } from '../../../platform/clock';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { ring } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, ListAnswer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { CallSheet, type Rung } from './call-sheet';
import { PersonReached } from './person-reached';

/** One nudge: its words, and for each unit what it was about and how its people were reached. */
export default function NudgePage() {
  const { id: nudgeId = '' } = useRouter().params;
  const staff = useStaff();
  const params = { nudgeId };
  const view = useCall(readNudge, staff ? { params } : null);
  const units = useList(listNudgedUnits, staff ? { params, query: { limit: 50 } } : null);
  const [ringing, setRinging] = useState<Rung>();
  if (!staff) return <SignInFirst title="催办" />;
  return (
    <Page title="催办" about={view.data ? `${view.data.fromUnitName}${view.data.byName}` : undefined}>
      <Answer of={view} shape="words">
        {(nudge) => (
          <>
            <Words nudge={nudge} />
            <ListAnswer of={units} empty={<EmptyState icon="bell" title="没有任务" />}>
              {(some) => (
                <>
                  {some.map((unit) => (
                    <UnitPart key={unit.id} unit={unit} shows={nudge.showsReached} onRing={setRinging} />
                  ))}
                </>
              )}
            </ListAnswer>
          </>
        )}
      </Answer>
      {ringing ? <CallSheet rung={ringing} onDone={units.reload} onClose={() => setRinging(undefined)} /> : null}
    </Page>
  );
}

function Words({ nudge }: { nudge: NudgeView }) {
  return (
    <Card>
      <Stack>
        <Box className="row-title">{nudge.words}</Box>
        <Box className="row-about">{`${timeInWords(nudge.sentAt)} 催办 ${nudge.lineCount} 项任务`}</Box>
        {nudge.leftOut.map((left) => (
          <Box key={`${left.why}${left.at ?? ''}${left.byName ?? ''}`} className="row-about">
            {leftOutInWords(left)}
          </Box>
        ))}
        {nudge.showsReached ? (
          <Box className="field-hint">未读只说明还没有打开，不计入考核；要紧的事请打电话。</Box>
        ) : null}
      </Stack>
    </Card>
  );
}

interface UnitPartProps {
  unit: NudgedUnit;
  /** Whether the reader sees how people were reached. */
  shows: boolean;
  onRing(rung: Rung): void;
}

function UnitPart({ unit, shows, onRing }: UnitPartProps) {
  const phone = unit.officePhone;
  const toldAbove = unit.toldUnitName !== null && unit.toldUnitName !== unit.name;
  return (
    <Section title={unit.name} about={toldAbove ? `本单位还没有人使用系统，提醒发给${unit.toldUnitName}` : undefined}>
      <Card flush>
        {unit.lines.map((line) => (
          <Row
            key={line.id}
            brief
            icon="list-checks"
            title={`${line.taskNumber}．${line.mainTask}`}
            about={[
              line.breakdownTitle,
              line.dueOn ? dueDayInWords(line.dueOn, today()) : '无固定时限',
              ASSIGNMENT_STATUS_LABELS[line.status],
            ].join(' · ')}
            to={withQuery('/pages/tasks/line/index', { id: line.id })}
          />
        ))}
        {unit.people.map((person) => (
          <PersonReached key={person.deliveryId} person={person} onRing={onRing} />
        ))}
        {shows && !unit.people.length ? (
          <Row icon="phone" title="没有人收到提醒" about="本单位和上级单位都还没有人使用本系统，请打电话" />
        ) : null}
      </Card>
      {shows ? (
        <Button
          icon="phone"
          disabledReason={phone ? null : '没有登记办公电话'}
          onPress={phone ? () => void ring(phone) : undefined}
        >
          {/* With its number: at a desk it is dialled by hand. */}
          {[`打电话给${unit.contactName ?? unit.name}`, phone].filter(Boolean).join(' ')}
        </Button>
      ) : null}
    </Section>
  );
}
