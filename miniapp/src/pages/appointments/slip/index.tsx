import { getPointDay } from '@county/shared/appointments/booking-desk-routes';
import { inTurn } from '@county/shared/appointments/queue-rules';
import type { PointDay } from '@county/shared/appointments/staff-booking';
import { dayInWords, shanghaiTime } from '@county/shared/calendar/day';
import { codeInWords } from '@county/shared/people/receipt-code';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { now, today } from '../../../platform/clock';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../ui/surface';
import '../appointments.scss';

/** 号条: the number on paper, for whoever cannot keep it on a phone. No name stands on it. */
export default function SlipPage() {
  const staff = useStaff();
  const { point: pointId = '', id = '' } = useRouter().params;
  const day = useCall(getPointDay, staff && pointId ? { params: { pointId }, query: {} } : null);
  if (!staff) return <SignInFirst title="号条" />;
  const isMissing = day.data && !day.data.bookings.some((one) => one.id === id);
  if (!pointId || isMissing || isNotThere(day.failure))
    return <NotThere title="号条" what="这个号" failure={day.failure} />;
  return (
    <Page title="号条" about={day.data?.pointName}>
      <Answer of={day} shape="words">
        {(shown) => <Slip day={shown} id={id} />}
      </Answer>
      {canPrint ? (
        <Flow>
          <Button kind="primary" icon="printer" onPress={() => void printPage()}>
            打印
          </Button>
        </Flow>
      ) : null}
    </Page>
  );
}

function Slip({ day, id }: { day: PointDay; id: string }) {
  const one = day.bookings.find((booking) => booking.id === id)!;
  const turn = inTurn(day.bookings.filter(({ state }) => state === 'arrived'));
  const ahead = turn.findIndex((waiting) => waiting.id === id);
  return (
    <Card>
      <Stack>
        <Box className="booking-code">
          <Box className="row-about">您的号</Box>
          <Box className="booking-code-sign">{codeInWords(one.code)}</Box>
        </Box>
        <Facts
          facts={[
            { name: '办什么', value: one.serviceName },
            ...(one.windowName ? [{ name: '窗口', value: one.windowName }] : []),
            ...(ahead < 0 ? [] : [{ name: '前面', value: ahead ? `${ahead} 人` : '没有人，请留意叫号' }]),
            { name: '时间', value: `${dayInWords(day.day, today())} ${shanghaiTime(now())}` },
          ]}
        />
        <Box>请坐着等，叫到号再到窗口。</Box>
      </Stack>
    </Card>
  );
}
