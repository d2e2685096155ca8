import { addDays, dateInWords, dayInWords } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import { deliverPapers } from '@county/shared/public-events/event-day-routes';
import { canDeliverPapers, extentOf, PAPER_DAYS } from '@county/shared/public-events/event-rules';
import { PaperDelivery } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useIdOf } from '../../../api/use-id-of';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { OutsideLink } from '../../../ui/base/outside-link';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { DateField } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Facts, Section, Stack } from '../../../ui/surface';
import type { AtDesk } from '../desk-page';

/** 材料送达: seven days before at the latest; whoever takes part is told that they have gone. */
export function Papers({ desk }: { desk: AtDesk }) {
  const { event, shown } = desk;
  const { hearing, attachments } = shown.content;
  const last = addDays(extentOf(shown).firstDay, -PAPER_DAYS);
  const papers = attachments.filter(({ isPaper }) => isPaper);
  return (
    <Section title="听证材料" about={`会前 ${PAPER_DAYS} 日送到每一位参加人手里`}>
      <Card>
        <Stack>
          <Facts
            facts={[
              { name: '最迟送达', value: dayInWords(last, today()) },
              ...(hearing ? [{ name: '通知里写的', value: `${dayInWords(hearing.papersBy, today())} 前送达` }] : []),
            ]}
          />
          {papers.map(({ fileId, title }) => {
            const url = shown.attachmentUrls[fileId];
            return url ? (
              <OutsideLink key={fileId} url={addressOf(url)} className="button button-secondary">
                {`材料：${title}`}
              </OutsideLink>
            ) : (
              <Box key={fileId}>{`材料：${title}`}</Box>
            );
          })}
          {papers.length ? null : <Box className="row-about">通知里没有标明听证材料的附件。</Box>}
          {event.papersSentOn ? (
            <Notice kind="success" title={`已于 ${dateInWords(event.papersSentOn)} 送达，参加人都已告知`} />
          ) : null}
          <Deliver desk={desk} last={last} />
        </Stack>
      </Card>
    </Section>
  );
}

function Deliver({ desk: { event, shown, replace }, last }: { desk: AtDesk; last: string }) {
  const [sentOn, setSentOn] = useState('');
  const id = useIdOf([event.papersSentOn, sentOn]);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (shown.isCancelled) return null;
  const deliver = async () => {
    const checked = checkInput(PaperDelivery, { id, sentOn });
    setFailure(undefined);
    if (!checked.valid) return setError(issueAt(checked.issues, 'sentOn'));
    const may = canDeliverPapers(shown.content, checked.value.sentOn, today());
    setError(may.allowed ? undefined : may.reason);
    if (!may.allowed) return;
    const words = '登记后马上告诉每一位参加人：材料已经送达，也可以在活动页看附件。';
    const day = dateInWords(checked.value.sentOn);
    if (!(await confirm({ title: `${day} 都送到了？`, words, yes: '都送到了', no: '还没有' }))) return;
    setBusy(true);
    const answer = await call(deliverPapers, { params: { eventId: event.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setSentOn('');
    replace(answer.reply);
  };
  return (
    <>
      <DateField
        label={event.papersSentOn ? '送达日期登记错了，改为' : '送达日期'}
        hint={today() > last ? `最迟 ${last}，过了就要改期；早已送到的可以补登记` : '最后一位拿到的那天'}
        optional={event.papersSentOn !== null}
        value={sentOn}
        max={today() < last ? today() : last}
        onChange={(value) => (setSentOn(value), setError(undefined))}
        error={error}
      />
      {failure?.kind === 'refused' ? (
        <Notice kind="danger" title={failureSentence(failure)} />
      ) : (
        <FailureNotice failure={failure} />
      )}
      <Box>
        <Button
          kind={event.papersSentOn ? 'secondary' : 'primary'}
          icon="check"
          busy={busy}
          onPress={() => void deliver()}
        >
          登记材料送达
        </Button>
      </Box>
    </>
  );
}
