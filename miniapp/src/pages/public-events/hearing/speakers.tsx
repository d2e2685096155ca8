import { checkInput } from '@county/shared/http/input';
import { listSignUps, publishParticipants } from '@county/shared/public-events/event-day-routes';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { ParticipantList, type StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useIdOf } from '../../../api/use-id-of';
import { failureSentence, type Failure } from '../../../api/failure';
import { useWholeList } from '../../../api/use-whole-list';
import { attendeesPage } from '../../../navigation/event-desk-pages';
import { Answer, FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import type { AtDesk } from '../desk-page';
import { forward, startingOrder, type Speaker } from './speaking-order';

/** 参加人名单和发言顺序: put in order here, published before the hearing, again whenever somebody drops out. */
export function Speakers({ desk }: { desk: AtDesk }) {
  const signUps = useWholeList(listSignUps, { params: { eventId: desk.event.id }, query: { limit: 200 } });
  const { hasMore } = signUps;
  return (
    <Section title="参加人和发言顺序" about="按顺序排好再公布；公布后谁都能看到姓名和身份，看不到手机号">
      <Answer of={signUps}>
        {(items) =>
          items.some(({ attendees }) => attendees.some(({ state }) => state === 'confirmed')) && !hasMore ? (
            <InOrder desk={desk} items={items} onChange={() => void signUps.reload()} />
          ) : (
            <Card>
              <EmptyState
                icon="users"
                title={hasMore ? '正在读名单' : '还没有人报上'}
                action={<Button href={attendeesPage(desk.event.id)}>看报名名单</Button>}
              />
            </Card>
          )
        }
      </Answer>
    </Section>
  );
}

interface InOrderProps {
  desk: AtDesk;
  items: readonly StaffSignUpView[];
  onChange(): void;
}

function InOrder({ desk: { event, shown, replace }, items, onChange }: InOrderProps) {
  const sessionOrder = inOrderOfTime(shown.sessions).map(({ key }) => key);
  const isPublished = event.participantsPublishedAt !== null;
  const [order, setOrder] = useState<Speaker[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const all = startingOrder(items, sessionOrder, isPublished);
  // Who dropped out since leaves the order; who came since stands at its end.
  const kept = order?.filter((one) => all.some((other) => other.id === one.id)) ?? all;
  const speakers = [...kept, ...all.filter((one) => !kept.some((other) => other.id === one.id))];
  const listed = speakers.filter(({ isListed }) => isListed);
  const id = useIdOf([event.participantsPublishedAt, listed.map((one) => one.id)]);
  const groupName = (key: string) => shown.content.groups.find((group) => group.key === key)?.name ?? '';
  const publish = async () => {
    const checked = checkInput(ParticipantList, { id, attendeeIds: listed.map((one) => one.id) });
    setFailure(undefined);
    if (!checked.valid) return;
    const words = `${listed.length} 位的姓名、身份和发言顺序马上公布在活动页，谁都能看到。`;
    if (!(await confirm({ title: '公布名单？', words, yes: '公布', no: '再看看' }))) return;
    setBusy(true);
    const answer = await call(publishParticipants, { params: { eventId: event.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setOrder(undefined);
    toast('名单公布了');
    replace(answer.reply);
    onChange();
  };
  return (
    <>
      {event.participantsPublishedAt ? (
        <Notice kind="success" title={`名单 ${timeInWords(event.participantsPublishedAt)} 公布`}>
          有人退出或改了顺序，排好再公布一次。
        </Notice>
      ) : null}
      <Card flush>
        <Box as="ol" className="lots">
          {speakers.map((one, at) => (
            <OneSpeaker
              key={one.id}
              one={one}
              place={one.isListed ? listed.indexOf(one) + 1 : null}
              groupName={groupName(one.groupKey)}
              onForward={at === 0 ? undefined : () => setOrder(forward(speakers, at))}
              onList={(isListed) =>
                setOrder(speakers.map((other) => (other.id === one.id ? { ...one, isListed } : other)))
              }
            />
          ))}
        </Box>
      </Card>
      {failure?.kind === 'refused' ? (
        <Notice kind="danger" title={failureSentence(failure)} />
      ) : (
        <FailureNotice failure={failure} />
      )}
      <Stack>
        <Box>
          <Button
            kind="primary"
            icon="megaphone"
            busy={busy}
            disabledReason={shown.isCancelled ? '活动已取消' : listed.length ? null : '名单里至少要有一位'}
            onPress={() => void publish()}
          >
            {isPublished ? '重新公布名单' : '公布名单'}
          </Button>
        </Box>
      </Stack>
    </>
  );
}

interface OneSpeakerProps {
  one: Speaker;
  place: number | null;
  groupName: string;
  /** One place nearer to the first; undefined for the first. */
  onForward: (() => void) | undefined;
  onList(isListed: boolean): void;
}

function OneSpeaker({ one, place, groupName, onForward, onList }: OneSpeakerProps) {
  return (
    <Box as="li" className="lot">
      <Box className="lot-head">
        <Box>
          <Box className="lot-number">{place === null ? one.name : `${place}. ${one.name}`}</Box>
          <Box className="row-about">{place === null ? `${groupName}，不列入名单` : groupName}</Box>
        </Box>
        <Flow>
          {onForward ? (
            <Button kind="quiet" icon="arrow-up" label={`${one.name}往前`} onPress={onForward}>
              往前
            </Button>
          ) : null}
          <Button
            kind="quiet"
            icon={one.isListed ? 'minus' : 'plus'}
            label={one.isListed ? `${one.name}不列入` : `${one.name}列入`}
            onPress={() => onList(!one.isListed)}
          >
            {one.isListed ? '不列入' : '列入'}
          </Button>
        </Flow>
      </Box>
    </Box>
  );
}
