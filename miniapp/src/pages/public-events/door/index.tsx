import { addDays, daysBetween, shanghaiTime } from '@county/shared/calendar/day';
import { isNobody, type AtDoor } from '@county/shared/public-events/door-acts';
import type { EventSession } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { failureWords } from '../../../api/failure';
import type { KeptDoor } from '../../../api/kept-door';
import { useSession, useStaff } from '../../../api/session';
import { isNotThere, NotThere } from '../../../components/not-there';
import { attendeesPage } from '../../../navigation/event-desk-pages';
import { today } from '../../../platform/clock';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureState, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import '../public-events.scss';
import { ByCode } from './by-code';
import { OnPaper } from './on-paper';
import { PeopleAtDoor } from './people-at-door';
import { Unsent } from './unsent';
import { useDoor } from './use-door';
import { useDoorList, type DoorList } from './use-door-list';
import { WalkIn } from './walk-in';

/** Later than this many days the server takes no word of who came. */
const LATEST_DAYS = 2;

/** 签到 on the day, with a signal or without: who comes is noted here, kept, and told when it can be. */
export default function DoorPage() {
  const signedIn = useStaff();
  // A hall without a signal may outlast the session: what is noted here meanwhile waits for signing in again.
  const expired = useSession(({ expired: isExpired, current }) => (isExpired ? current?.actor : undefined));
  const personId = (signedIn ?? expired)?.personId ?? '';
  const { id = '', session } = useRouter().params;
  const list = useDoorList(personId, id);
  if (!personId) return <SignInFirst title="签到" />;
  if (!id || isNotThere(list.failure)) return <NotThere title="签到" what="您单位的这个活动" failure={list.failure} />;
  const { door, failure } = list;
  return (
    <Page wide keepsUnsent title="签到" about={door?.event.title}>
      {door ? (
        <AtTheDoor door={door} list={list} first={session} />
      ) : failure && !list.loading ? (
        <Card>
          <FailureState failure={failure} onRetry={list.reload} />
        </Card>
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

/** The session of today; else the next one; else the last. */
function likeliest(sessions: readonly EventSession[]): EventSession {
  const ordered = inOrderOfTime(sessions);
  return ordered.find(({ day }) => day >= today()) ?? ordered[ordered.length - 1]!;
}

function AtTheDoor({ door, list, first }: { door: KeptDoor; list: DoorList; first: string | undefined }) {
  const { event } = door;
  const sessions = inOrderOfTime(event.sessions);
  const [chosen, setChosen] = useState(first);
  const session = sessions.find(({ key }) => key === chosen) ?? likeliest(sessions);
  const at = useDoor(event.id, session.key, list);
  const [walksIn, setWalksIn] = useState<AtDoor | 'somebody'>();
  const past = daysBetween(session.day, today());
  const isOpen = !event.isCancelled && past >= 0 && past <= LATEST_DAYS;
  const own = at.people.filter((one) => one.sessionKey === session.key && !isNobody(one));
  return (
    <>
      <Box className="door off-paper">
        <Box className="door-acts">
          {sessions.length > 1 ? (
            <Select
              label="哪一场"
              options={sessions.map((one) => ({ value: one.key, label: sessionInWords(one, today()) }))}
              value={session.key}
              onChange={setChosen}
            />
          ) : null}
          <Section title="到场">
            <Card>
              <Stack>
                <Come people={own} />
                <Unsent at={at} />
                {isOpen ? (
                  <>
                    <ByCode
                      people={at.people}
                      sessionKey={session.key}
                      onCome={at.comeIn}
                      onUnknown={at.comeInByCode}
                      onWalkIn={() => setWalksIn('somebody')}
                    />
                    <Button icon="user-plus" wide onPress={() => setWalksIn('somebody')}>
                      没报名就来的
                    </Button>
                  </>
                ) : (
                  <NotToday event={event} session={session} />
                )}
              </Stack>
            </Card>
          </Section>
          <Kept list={list} savedAt={door.savedAt} eventId={event.id} />
        </Box>
        <PeopleAtDoor
          people={own}
          groups={event.content.groups}
          sessionKey={session.key}
          isOpen={isOpen}
          onCome={at.comeIn}
          onWalkIn={setWalksIn}
          onTakeBack={at.takeBack}
        />
      </Box>
      {canPrint ? <OnPaper event={event} session={session} people={own} /> : null}
      {walksIn ? (
        <WalkIn
          groups={event.content.groups}
          known={walksIn === 'somebody' ? undefined : walksIn}
          onClose={() => setWalksIn(undefined)}
          onCome={(groupKey, name) => (setWalksIn(undefined), void at.walkIn(groupKey, name))}
        />
      ) : null}
    </>
  );
}

/** How many are here, of how many with a place; those who just came apart. */
function Come({ people }: { people: ReturnType<typeof useDoor>['people'] }) {
  const signedUp = people.filter(({ state, via }) => state === 'confirmed' && via !== 'walk-in');
  const come = signedUp.filter(({ arrivedAt }) => arrivedAt !== null).length;
  const walkedIn = people.filter(({ via }) => via === 'walk-in').length;
  return (
    <Box>
      <Box className="door-number">{`到了 ${come} 人`}</Box>
      <Box className="row-about">
        {[`报上 ${signedUp.length} 人`, walkedIn && `另有现场来的 ${walkedIn} 人`].filter(Boolean).join('，')}
      </Box>
    </Box>
  );
}

function NotToday({ event, session }: { event: PublicEvent; session: EventSession }) {
  if (event.isCancelled)
    return (
      <Notice kind="danger" title="活动已取消，不用签到">
        {event.cancelledReason}
      </Notice>
    );
  if (session.day > today())
    return (
      <Notice kind="info" title={`签到从当天开始：${sessionInWords(session, today())}`}>
        出门前有网络时打开一次这一页，名单就存在这台设备上，会场没有信号也能签到。
      </Notice>
    );
  return (
    <Notice kind="info" title="这一场的签到已经结束">
      {`${addDays(session.day, LATEST_DAYS)} 以后不再补记；漏记的请在活动纪要里写明。`}
    </Notice>
  );
}

/** From when the list is, whether it is on this device, and the ways on. */
function Kept({ list, savedAt, eventId }: { list: DoorList; savedAt: string; eventId: string }) {
  return (
    <Box className="door-kept">
      <Section title="名单">
        <Card>
          <Stack>
            {list.failure ? (
              <Notice kind="warn" title={`${failureWords(list.failure).title}，名单是 ${timeInWords(savedAt)} 的`}>
                照常签到；之后报名、退出的人不在里面。
              </Notice>
            ) : list.isNotKept ? (
              <Notice kind="danger" title="这台设备存不下名单">
                没有信号时会看不到名单，请换一台设备，或先打印签到表。
              </Notice>
            ) : (
              <Box className="row-about">{`已存在这台设备上，没有信号也能签到；${shanghaiTime(savedAt)} 更新`}</Box>
            )}
            <Flow>
              <Button icon="refresh-cw" busy={list.loading} onPress={() => void list.reload()}>
                刷新名单
              </Button>
              {canPrint ? (
                <Button icon="printer" onPress={() => void printPage()}>
                  打印签到表
                </Button>
              ) : null}
              <Button kind="quiet" icon="users" href={attendeesPage(eventId)}>
                报名名单
              </Button>
            </Flow>
          </Stack>
        </Card>
      </Section>
    </Box>
  );
}
