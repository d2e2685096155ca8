import type { DeliveryState, TelephoneEntry } from '@county/shared/reminders/reminder';
import { recordCall } from '@county/shared/reminders/reminder-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { ring } from '../../../platform/device';
import { newId } from '../../../platform/ids';
import { goTo } from '../../../platform/navigation';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import type { IconName } from '../../../ui/icon-name';
import { Card, Flow, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';
import { toast } from '../../../ui/toast';

interface ToRingProps {
  /** Of one person, the longest waiting first; never none. */
  entries: readonly TelephoneEntry[];
  reload(): Promise<void>;
}

const MOST_SHOWN = 3;

/** Somebody to be rung, once about all that waits: one press calls the unit's office, another says it was done. */
export function ToRing({ entries, reload }: ToRingProps) {
  const [recording, setRecording] = useState(false);
  const [entry] = entries;
  if (!entry) return null;
  const { personName, unitName, officePhone, contactName, shownAt } = entry;
  const reminders = entries.flatMap((one) => one.reminders);
  const whys = [...new Map(entries.map((one) => [`${one.state}${one.reason}`, one])).values()];
  const further = reminders.length - MOST_SHOWN;
  return (
    <Card>
      <Stack>
        <Box>
          <Box as="h2" className="section-title">
            {[personName, unitName].filter(Boolean).join(' · ')}
          </Box>
          <Box className="row-about">{`${timeInWords(shownAt)} 提醒，还没有看`}</Box>
        </Box>
        {whys.map(({ deliveryId, state, reason }) => (
          <Flow key={deliveryId}>
            <WhyTag state={state} />
            {reason ? (
              <Box as="span" className="row-about">
                {reason}
              </Box>
            ) : null}
          </Flow>
        ))}
        {reminders.slice(0, MOST_SHOWN).map(({ id, what, words, link }) => (
          <Box key={id}>
            <Box className="is-brief">{what}</Box>
            <Box className="row-about">{words}</Box>
            <Flow>
              <Button
                kind="quiet"
                icon="external-link"
                href={link}
                onPress={() => void goTo(link)}
                label={`查看这件事：${what}`}
              >
                查看这件事
              </Button>
            </Flow>
          </Box>
        ))}
        {further > 0 ? <Box className="row-about">{`还有 ${further} 件，请一并告知`}</Box> : null}
        <Flow>
          <Button
            kind="primary"
            icon="phone"
            disabledReason={officePhone ? null : withoutPhone(unitName)}
            onPress={() => void ring(officePhone!)}
          >
            {officePhone ? `拨打 ${officePhone}` : '没有电话'}
          </Button>
          <Button icon="check" onPress={() => setRecording(true)}>
            已电话通知
          </Button>
        </Flow>
        {contactName ? <Box className="row-about">{`单位联系人：${contactName}`}</Box> : null}
      </Stack>
      {recording ? <CallSheet entries={entries} onClose={() => setRecording(false)} onDone={reload} /> : null}
    </Card>
  );
}

const withoutPhone = (unitName: string | null): string =>
  unitName ? '这个单位没有登记办公电话，请管理员在“单位”里补上' : '本人现在不在任何单位任职，请按通讯录联系';

const WHY = {
  inbox: ['stone', 'bell', '没有可用的提醒方式'],
  failed: ['cinnabar', 'circle-alert', '没有送到'],
  uncertain: ['amber', 'circle-help', '不确定是否送到，请电话确认'],
} as const satisfies Partial<Record<DeliveryState, readonly [Tone, IconName, string]>>;

function WhyTag({ state }: Pick<TelephoneEntry, 'state'>) {
  const [tone, icon, words] = state === 'failed' || state === 'uncertain' ? WHY[state] : WHY.inbox;
  return (
    <Tag tone={tone} icon={icon}>
      {words}
    </Tag>
  );
}

interface CallSheetProps {
  entries: readonly TelephoneEntry[];
  onClose(): void;
  onDone(): Promise<void>;
}

/** 已电话通知, with what was said if it matters; one call stands with each message it was about. */
function CallSheet({ entries, onClose, onDone }: CallSheetProps) {
  const [calls] = useState(() => entries.map(({ deliveryId }) => ({ deliveryId, id: newId() })));
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const send = async () => {
    setBusy(true);
    const failed = await recordEach(calls, words.trim() || null);
    setBusy(false);
    setFailure(failed);
    if (failed) return;
    toast('已登记');
    onClose();
    await onDone();
  };
  return (
    <Sheet
      title={`已电话通知${entries[0]?.personName ?? ''}`}
      onClose={onClose}
      actions={
        <Button kind="primary" icon="check" busy={busy} onPress={() => void send()}>
          登记
        </Button>
      }
    >
      <Stack>
        {issues ? null : <FailureNotice failure={failure} />}
        <TextArea
          label="通话情况"
          hint="如：已告知本人，明天填报。会记入任务的经过"
          optional
          rows={3}
          maxLength={200}
          value={words}
          onChange={setWords}
          error={issueAt(issues, 'words')}
        />
      </Stack>
    </Sheet>
  );
}

/** Sent again with the same ids, those already kept stay as they are. */
async function recordEach(
  calls: readonly { deliveryId: string; id: string }[],
  words: string | null,
): Promise<Failure | undefined> {
  for (const { deliveryId, id } of calls) {
    const answer = await call(recordCall, { params: { deliveryId }, body: { id, words } });
    if (!answer.ok) return answer.failure;
  }
  return undefined;
}
