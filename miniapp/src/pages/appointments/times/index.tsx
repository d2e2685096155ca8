import { getPublicBookableService, listFreeTimes, moveBooking } from '@county/shared/appointments/appointment-routes';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { canAddExtra } from '@county/shared/appointments/booking-rules';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { addDays, shanghaiTime } from '@county/shared/calendar/day';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Act } from '../../../api/acts';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import { failureSentence, type Failure } from '../../../api/failure';
import { keepBooking, liveHold } from '../../../api/kept-bookings';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { behalfPage, bookingPage, FILL_PAGE, timesPage } from '../../../navigation/booking-pages';
import { now, today } from '../../../platform/clock';
import { goTo, replaceWith } from '../../../platform/navigation';
import { Answer, timeInWords as savedInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Flow } from '../../../ui/surface';
import { useNow } from '../../../ui/use-now';
import '../appointments.scss';
import { holdTime } from '../hold-time';
import { StaffTimes } from '../staff-times';
import { FreeDays } from './free-days';
import { OtherPlaces } from './other-places';

const SHOWN_DAYS = 14;
/** Free times older than this may be gone: said, and asked again. */
const STALE = 60_000;

/** The free times of one service: a day, then a time; pressed, it is kept for ten minutes. */
export default function TimesPage() {
  const { service: serviceId = '', booking, key, behalf } = useRouter().params;
  const service = useCall(getPublicBookableService, serviceId ? { params: { serviceId } } : null);
  const title = booking ? '改到什么时间' : '选时间';
  if (!serviceId || isNotThere(service.failure))
    return <NotThere title={title} what="这个可约事项" failure={service.failure} />;
  return (
    <Page title={title} about={service.data && aboutOf(service.data)}>
      <Answer of={service}>
        {(shown) =>
          behalf ? (
            <TimesForSomebody service={shown} />
          ) : (
            <Times service={shown} moving={booking && key ? { id: booking, key } : undefined} />
          )
        }
      </Answer>
    </Page>
  );
}

const aboutOf = ({ name, pointName, windowName, minutes }: PublicBookableService) =>
  [name, pointName, windowName, `约 ${minutes} 分钟`].filter(Boolean).join(' · ');

interface TimesProps {
  service: PublicBookableService;
  /** The booking that is to be moved. */
  moving: { id: string; key: string } | undefined;
}

/** For somebody who rings, comes, or has no phone; the point's own people may add somebody to a full time. */
function TimesForSomebody({ service }: { service: PublicBookableService }) {
  const staff = useStaff();
  if (!staff) return <Notice kind="info" title="代约由工作人员办理；给家人约请用“帮家人约”" />;
  return (
    <>
      {service.note ? <Notice kind="info" title={service.note} /> : null}
      <StaffTimes
        serviceId={service.id}
        withFull={canAddExtra(service.unitId, staff).allowed}
        onChoose={(day, minute, isFull) => void goTo(behalfPage(service.id, day, minute, isFull))}
      />
    </>
  );
}

function Times({ service, moving }: TimesProps) {
  const staff = useStaff();
  const [from, setFrom] = useState(today);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const act = useActs();
  const times = useCall(listFreeTimes, { params: { serviceId: service.id }, query: { from, days: SHOWN_DAYS } });
  const last = addDays(today(), service.horizonDays);
  const later = addDays(from, SHOWN_DAYS);

  const choose = async (day: string, minute: number) => {
    setFailure(undefined);
    setBusy(`${day} ${minute}`);
    const refused = moving ? await moveTo(act, moving, { day, minute }) : await holdTime(service, { day, minute });
    setBusy(undefined);
    if (refused === 'unsaid') return;
    if (!refused) return moving ? replaceWith(bookingPage(moving.id, moving.key)) : goTo(FILL_PAGE);
    setFailure(refused);
    await times.reload();
  };

  return (
    <>
      {service.note ? <Notice kind="info" title={service.note} /> : null}
      {failure ? (
        <Notice kind="danger" title={failureSentence(failure)}>
          下面是现在的空位，请另选一个时间。
        </Notice>
      ) : null}
      {moving ? null : <StillHeld />}
      <Stale askedAgain={() => void times.reload()} at={times.data} savedAt={times.savedAt} />
      <Answer of={times}>
        {({ days }) => (
          <>
            <FreeDays days={days.filter(({ day }) => day <= last)} busy={busy} onChoose={choose} />
            {days.every((one) => !one.times.length) ? <OtherPlaces service={service} /> : null}
          </>
        )}
      </Answer>
      <Flow>
        {from > today() ? (
          <Button icon="undo-2" onPress={() => setFrom(today())}>
            回到最近的日子
          </Button>
        ) : null}
        {later <= last ? (
          <Button icon="calendar-days" onPress={() => setFrom(later)}>
            看后面的日子
          </Button>
        ) : null}
        {staff && !moving ? (
          <Button icon="hand-heart" href={timesPage(service.id, { behalf: '1' })}>
            替没有手机的人约
          </Button>
        ) : null}
      </Flow>
    </>
  );
}

/** Whoever came back from the form has a time kept already: it stands in no list, for nobody else either. */
function StillHeld() {
  const [held, setHeld] = useState(liveHold);
  useDidShow(() => setHeld(liveHold()));
  if (!held) return null;
  const { day, minute, heldUntil } = held.hold;
  return (
    <Notice
      kind="info"
      title={`您占着 ${timeInWords(day, minute)}（${held.service.name}），留到 ${shanghaiTime(heldUntil).replace(/^0/, '')}`}
      action={
        <Button kind="primary" icon="pencil" href={FILL_PAGE}>
          接着填
        </Button>
      }
    >
      选别的时间，这个时间就让给别人。
    </Notice>
  );
}

/** Nothing, a refusal, or that the person thought better of it. */
async function moveTo(
  act: Act,
  { id: bookingId, key }: { id: string; key: string },
  time: { day: string; minute: number },
): Promise<Failure | 'unsaid' | undefined> {
  const words = timeInWords(time.day, time.minute);
  const sure = await confirm({ title: `改到 ${words}？`, words: '原来的时间会马上让给别人。', yes: '改到这个时间' });
  if (!sure) return 'unsaid';
  const answer = await act(time, (id) => call(moveBooking, { params: { bookingId }, body: { id, key, ...time } }));
  if (!answer.ok) return answer.failure;
  keepBooking(answer.reply);
  return undefined;
}

/** Says that what is shown may no longer be so. */
function Stale({ at, savedAt, askedAgain }: { at: unknown; savedAt: string | undefined; askedAgain(): void }) {
  const [seen, setSeen] = useState({ at, since: now() });
  if (seen.at !== at) setSeen({ at, since: now() });
  const clock = useNow();
  const since = savedAt ?? seen.since;
  if (!at || Date.parse(clock) - Date.parse(since) < STALE) return null;
  return (
    <Notice
      kind="warn"
      title={`这是 ${savedInWords(since)} 的空位，可能有变化`}
      action={
        <Button icon="refresh-cw" onPress={askedAgain}>
          看现在的空位
        </Button>
      }
    />
  );
}
