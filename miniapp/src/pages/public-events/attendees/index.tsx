import { listSignUps } from '@county/shared/public-events/event-day-routes';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { canSignUpForAny } from '@county/shared/public-events/sign-up-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { signUpsFound } from '@county/shared/public-events/sign-up-search';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useWholeList } from '../../../api/use-whole-list';
import { doorPage, drawPage, hearingPage, signUpBehalfPage } from '../../../navigation/event-desk-pages';
import { now, today } from '../../../platform/clock';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow } from '../../../ui/surface';
import { DeskPage, type AtDesk } from '../desk-page';
import '../public-events.scss';
import { Seats } from '../seats';
import { OneSignUp } from './one-sign-up';

/** 报名名单: who comes to which session as what, who waits where, and what can be done about it. */
export default function AttendeesPage() {
  return (
    <DeskPage wide title="报名名单">
      {(desk) => <Attendees desk={desk} />}
    </DeskPage>
  );
}

const MOST_A_PAGE = 200;

function Attendees({ desk }: { desk: AtDesk }) {
  const { event, shown } = desk;
  const { signUp } = shown.content;
  const takesPeople = canSignUpForAny(shown, { now: now(), byStaff: true });
  // Somebody who rings is looked for among all.
  const signUps = useWholeList(listSignUps, { params: { eventId: event.id }, query: { limit: MOST_A_PAGE } });
  const reload = () => {
    desk.reload();
    void signUps.reload();
  };
  return (
    <Box className="door">
      <Box className="door-acts">
        <Seats event={event} content={shown.content} signUps={signUps.data} onDone={reload} />
        <Flow>
          {takesPeople ? (
            <Button kind="primary" icon="user-plus" href={signUpBehalfPage(event.id)}>
              替人报名
            </Button>
          ) : null}
          <Button icon="list-checks" href={doorPage(event.id)}>
            签到
          </Button>
          {signUp?.draw ? (
            <Button icon="split" href={drawPage(event.id)}>
              抽签
            </Button>
          ) : null}
          {shown.kind === 'hearing' ? (
            <Button icon="landmark" href={hearingPage(event.id)}>
              听证会办理
            </Button>
          ) : null}
        </Flow>
      </Box>
      <Box className="door-people">
        {signUp ? (
          <Answer of={signUps}>{(items) => <Listed desk={desk} items={items} isWhole={!signUps.hasMore} />}</Answer>
        ) : (
          <Card>
            <EmptyState icon="users" title="这个活动不用报名">
              谁想来就来，当天在“签到”里登记人数。
            </EmptyState>
          </Card>
        )}
      </Box>
    </Box>
  );
}

type Part = 'all' | 'waiting' | 'to-ring';

/** As the numbers of each part are known, they stand beside it. */
function parts(items: readonly StaffSignUpView[]): { value: Part; label: string }[] {
  return [
    { value: 'all', label: '全部' },
    { value: 'waiting', label: `候补 ${items.filter(isIn.waiting).length}` },
    { value: 'to-ring', label: `要打电话 ${items.filter(isIn['to-ring']).length}` },
  ];
}

const isIn: Record<Part, (signUp: StaffSignUpView) => boolean> = {
  all: () => true,
  waiting: ({ attendees }) => attendees.some(({ state }) => state === 'waiting'),
  'to-ring': ({ toBeRungAbout }) => toBeRungAbout !== null,
};

function Listed({ desk, items, isWhole }: { desk: AtDesk; items: readonly StaffSignUpView[]; isWhole: boolean }) {
  const { sessions, content } = desk.shown;
  const [words, setWords] = useState('');
  const { params } = useRouter();
  const [part, setPart] = useState<Part>(params.part === 'to-ring' ? 'to-ring' : 'all');
  const [sessionKey, setSessionKey] = useState('');
  const ofSession = items.filter((one) => !sessionKey || one.sessionKey === sessionKey);
  const found = signUpsFound(ofSession.filter(isIn[part]), words);
  const ordered = part === 'waiting' ? [...found].sort((one, other) => firstPlace(one) - firstPlace(other)) : found;
  return (
    <>
      {sessions.length > 1 ? (
        <Select
          label="哪一场"
          options={[
            { value: '', label: '各场都看' },
            ...inOrderOfTime(sessions).map((one) => ({ value: one.key, label: sessionInWords(one, today()) })),
          ]}
          value={sessionKey}
          onChange={setSessionKey}
        />
      ) : null}
      <SearchField label="姓名、手机尾号或报名号" value={words} onChange={setWords} />
      <Segmented<Part> label="哪一部分" options={parts(ofSession)} value={part} onChange={setPart} />
      {isWhole ? null : <Box className="row-about">名单还在读，找不到的请稍等再找。</Box>}
      <Card flush>
        {ordered.length ? (
          ordered.map((one) => <OneSignUp key={one.id} signUp={one} sessions={sessions} groups={content.groups} />)
        ) : (
          <EmptyState icon="users" title={words ? '没有找到这个人' : part === 'all' ? '还没有人报名' : '没有'}>
            {words
              ? '手机号可以只输最后四位；也可以换个字试试。'
              : part === 'all'
                ? '有人来电来人，可以“替人报名”。'
                : ''}
          </EmptyState>
        )}
      </Card>
    </>
  );
}

const firstPlace = ({ attendees }: StaffSignUpView): number =>
  Math.min(...attendees.map(({ waitingPlace }) => waitingPlace ?? Number.POSITIVE_INFINITY));
