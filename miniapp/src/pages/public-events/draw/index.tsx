import { dateInWords, dayInWords } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { drawPlaces } from '@county/shared/public-events/event-day-routes';
import { extentOf, inOrderOfTime } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { NewDraw } from '@county/shared/public-events/sign-up';
import { canDraw } from '@county/shared/public-events/sign-up-rules';
import { useState } from 'react';
import { call } from '../../../api/call';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { attendeesPage, drawResultPage } from '../../../navigation/event-desk-pages';
import { now, today } from '../../../platform/clock';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { DeskPage, NotNow, type AtDesk } from '../desk-page';
import '../public-events.scss';

/** 抽签 for scarce seats: by the public number that the notice named before sign-up closed, once. */
export default function DrawPage() {
  return <DeskPage title="抽签">{(desk) => <Draw desk={desk} />}</DeskPage>;
}

function Draw({ desk }: { desk: AtDesk }) {
  const { event, shown } = desk;
  const terms = shown.content.signUp?.draw;
  if (!terms)
    return <NotNow title="这个活动不抽签">按报名先后定，满了排候补。要改成抽签，请修改通知，重新审查公开。</NotNow>;
  return (
    <>
      <Card>
        <Facts
          facts={[
            { name: '公开数字', value: terms.seedSource },
            { name: '抽签日期', value: dayInWords(terms.drawnOn, today()) },
            ...pools(desk).map(({ name, words }) => ({ name, value: words })),
          ]}
        />
      </Card>
      {event.drawnAt === null ? (
        <ToDraw desk={desk} />
      ) : (
        <Notice
          kind="success"
          title={`${timeInWords(event.drawnAt)} 抽过签了，结果已公布`}
          action={
            <Flow>
              <Button kind="primary" icon="list-checks" href={drawResultPage(event.id)}>
                看抽签结果
              </Button>
              <Button icon="users" href={attendeesPage(event.id)}>
                报名名单
              </Button>
            </Flow>
          }
        >
          只抽一次。每个编号的签谁都能重算；要打电话告知的在报名名单里。
        </Notice>
      )}
    </>
  );
}

/** Each session and group, with how many stand in the draw for how many seats. */
function pools({ event, shown }: AtDesk): { name: string; words: string }[] {
  const { groups } = shown.content;
  return inOrderOfTime(shown.sessions).flatMap((session) =>
    groups.flatMap((group) => {
      const of = event.counts.find((one) => one.sessionKey === session.key && one.groupKey === group.key);
      if (!of) return [];
      const when = shown.sessions.length > 1 ? `${sessionInWords(session, today())} ` : '';
      const words = event.drawnAt === null ? `${of.entered} 人等抽签` : `${of.taken} 人有名额，${of.waiting} 人候补`;
      return [{ name: `${when}${group.name}`, words: `${of.seats} 个名额，${words}` }];
    }),
  );
}

function ToDraw({ desk: { event, shown, replace } }: { desk: AtDesk }) {
  const [seed, setSeed] = useState('');
  const [repeated, setRepeated] = useState('');
  const id = useIdOf(seed);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const may = canDraw(shown.content, { isCancelled: shown.isCancelled, isDrawn: false }, now());
  const { drawnOn, seedSource } = shown.content.signUp!.draw!;
  if (!may.allowed)
    return (
      <Notice kind="info" title="现在还不能抽签">
        {shown.isCancelled
          ? `${may.reason}。`
          : now() < extentOf(shown).from
            ? `${may.reason}。${dateInWords(drawnOn)} 当天，等“${seedSource}”公布以后，在这里输入那个数字。`
            : `${may.reason}。人来了的，在签到时按现场来的登记。`}
      </Notice>
    );
  const draw = async () => {
    const checked = checkInput(NewDraw, { id, seed, repeated });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    const sure = await confirm({
      title: `用 ${checked.value.seed} 抽签？`,
      words: `请再对一遍“${seedSource}”。只抽一次，抽了不能重来；结果马上公布，并告知每一位报名的人。`,
      yes: '抽签并公布',
      no: '再核对一下',
    });
    if (!sure) return;
    setBusy(true);
    const answer = await call(drawPlaces, { params: { eventId: event.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    replace(answer.reply);
  };
  return (
    <Section title="输入公开数字" about="只写数字，去掉小数点和空格；两遍都自己对着公布的数字输">
      <Card>
        <Stack>
          <Field
            label="公开数字"
            kind="number"
            hint={seedSource}
            value={seed}
            onChange={setSeed}
            maxLength={40}
            error={issueAt(issues, 'seed')}
          />
          <Field
            label="再输一遍"
            kind="number"
            value={repeated}
            onChange={setRepeated}
            maxLength={40}
            error={issueAt(issues, 'repeated')}
          />
          {failure?.kind === 'refused' ? (
            <Notice kind="danger" title={failureSentence(failure)} />
          ) : (
            <FailureNotice failure={failure} />
          )}
          <Box>
            <Button kind="primary" icon="split" busy={busy} onPress={() => void draw()}>
              抽签
            </Button>
          </Box>
        </Stack>
      </Card>
    </Section>
  );
}
