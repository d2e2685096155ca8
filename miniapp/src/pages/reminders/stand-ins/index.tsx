import { dayInWords } from '@county/shared/calendar/day';
import type { StandInView } from '@county/shared/reminders/reminder';
import { endStandIn, listStandIns } from '@county/shared/reminders/reminder-routes';
import { canSetStandIn } from '@county/shared/reminders/reminder-rules';
import type { Actor } from '@county/shared/people/actor';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { StandInSheet } from './stand-in-sheet';

/** Who is away until when, and who gets their reminders meanwhile. */
export default function StandInsPage() {
  const staff = useStaff();
  const list = useCall(listStandIns, staff ? {} : null);
  const [setting, setSetting] = useState(false);
  if (!staff) return <SignInFirst title="代收" />;
  return (
    <Page title="代收" about="外出期间，提醒同时发给代收的同事；本人回来后在“提醒”里都能看到">
      <Answer of={list}>
        {({ items }) => (
          <>
            <Button kind="primary" icon="user-plus" wide onPress={() => setSetting(true)}>
              {staff.role === 'unit-lead' ? '为本单位的人设代收' : '我要外出，请同事代收'}
            </Button>
            {items.length ? (
              items.map((one) => <Away key={one.id} standIn={one} staff={staff} reload={list.reload} />)
            ) : (
              <Card>
                <EmptyState icon="users" title="现在没有人设代收">
                  出差、休假前在这里设好，提醒就不会没人看。
                </EmptyState>
              </Card>
            )}
            {setting ? <StandInSheet staff={staff} onClose={() => setSetting(false)} onDone={list.reload} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

interface AwayProps {
  standIn: StandInView;
  staff: Actor;
  reload(): Promise<void>;
}

function Away({ standIn, staff, reload }: AwayProps) {
  const { personName, standInName, unitName, from, until, setByName } = standIn;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const verdict = canSetStandIn(staff, standIn);
  const end = async () => {
    const words = `此后${personName}的提醒不再发给${standInName}。`;
    if (!(await confirm({ title: '取消代收？', words, yes: '取消代收', no: '不取消' }))) return;
    setBusy(true);
    const answer = await call(endStandIn, { params: { standInId: standIn.id } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已取消代收');
    await reload();
  };
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Box>
          <Box className="row-title">{`${personName}的提醒，由${standInName}代收`}</Box>
          <Box>{`${dayInWords(from, today())} 到 ${dayInWords(until, today())}`}</Box>
          <Box className="row-about">{`${unitName} · ${setByName}设置`}</Box>
        </Box>
        <Flow>
          {from <= today() ? (
            <Tag tone="pine" icon="circle-check">
              正在代收
            </Tag>
          ) : (
            <Tag tone="stone" icon="calendar-days">
              还没有开始
            </Tag>
          )}
        </Flow>
        <Button
          icon="x"
          busy={busy}
          disabledReason={verdict.allowed ? null : '由本人或本单位负责人取消'}
          onPress={() => void end()}
        >
          取消代收
        </Button>
      </Stack>
    </Card>
  );
}
