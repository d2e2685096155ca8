import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { NewNudge, type NudgeChoice, type NudgePreview, type UnitToRing } from '@county/shared/nudges/nudge';
import { leftOutInWords, NUDGE_BEGINNINGS } from '@county/shared/nudges/nudge-rules';
import { previewNudge, sendNudge } from '@county/shared/nudges/nudge-routes';
import { useEffect, useState } from 'react';
import { call } from '../api/call';
import { useDraft } from '../api/drafts';
import { issueAt, type Failure } from '../api/failure';
import { newId } from '../platform/ids';
import { goTo, withQuery } from '../platform/navigation';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Sheet } from '../ui/dialog';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Flow, Stack } from '../ui/surface';
import { toast } from '../ui/toast';

interface NudgeSheetProps {
  lines: NudgeChoice;
  onClose(): void;
  /** Once it is sent; the record of the nudge opens by itself. */
  onDone?(): void;
}

/** 催办: first whom it reaches and who is left out, then the own words, kept until they are sent. */
export function NudgeSheet({ lines, onClose, onDone }: NudgeSheetProps) {
  const preview = usePreview(lines);
  const draft = useDraft('nudge', { words: '' });
  const { words } = draft.value;
  // Other words are another nudge, should the first have arrived unheard.
  const [id, setId] = useState(newId);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const write = (text: string) => {
    draft.change({ words: text });
    setId(newId());
  };
  const send = async () => {
    const checked = checkInput(NewNudge, { id, words, lines });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(sendNudge, { body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast(`已催办 ${answer.reply.lineCount} 项任务`);
    onDone?.();
    onClose();
    void goTo(withQuery('/pages/nudges/nudge/index', { id: answer.reply.id }));
  };
  return (
    <Sheet
      title="催办"
      onClose={onClose}
      actions={
        preview.data ? (
          <Button kind="primary" icon="send" busy={busy} onPress={() => void send()}>
            {`催办 ${preview.data.lineCount} 项任务`}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {preview.failure ? (
          <FailureNotice failure={preview.failure} />
        ) : preview.data ? (
          <Reaches preview={preview.data} />
        ) : (
          <Skeleton shape="words" />
        )}
        {preview.data ? (
          <>
            <TextArea
              label="催办的话"
              hint="对方会原样看到，写明要做什么、什么时候以前"
              rows={4}
              maxLength={300}
              value={words}
              onChange={write}
              error={issueAt(issues, 'words')}
            />
            {draft.savedAt && words ? (
              <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box>
            ) : null}
            {words.trim() ? null : <Beginnings onChoose={write} />}
            <FailureNotice failure={failure} />
          </>
        ) : null}
      </Stack>
    </Sheet>
  );
}

function Beginnings({ onChoose }: { onChoose(words: string): void }) {
  return (
    <Flow>
      {NUDGE_BEGINNINGS.map((beginning) => (
        <Button key={beginning} kind="quiet" icon="copy" onPress={() => onChoose(beginning)}>
          {beginning}
        </Button>
      ))}
    </Flow>
  );
}

/** Whom it reaches, who is left out and why, and which units nobody works in yet. */
function Reaches({ preview }: { preview: NudgePreview }) {
  const { lineCount, unitCount, personCount, leftOut, unitsToRing } = preview;
  return (
    <>
      <Notice kind="info" title={`将催办 ${lineCount} 项任务：${unitCount} 个单位，通知 ${personCount} 人`}>
        每人只收到一条提醒；同一项任务一天只催办一次。
      </Notice>
      {leftOut.length ? (
        <Box>
          <Box className="field-label">不催办的</Box>
          {leftOut.map((left) => (
            <Box key={`${left.why}${left.at ?? ''}${left.byName ?? ''}`}>{leftOutInWords(left)}</Box>
          ))}
        </Box>
      ) : null}
      {unitsToRing.length ? (
        <Notice kind="warn" title={`${unitsToRing.length} 个单位还没有人使用本系统，请另打电话`}>
          {unitsToRing.slice(0, MOST_NAMED).map((unit) => (
            <Box key={unit.id}>{ringInWords(unit)}</Box>
          ))}
          {unitsToRing.length > MOST_NAMED ? <Box>发送后在催办记录里看全部。</Box> : null}
        </Notice>
      ) : null}
    </>
  );
}

const MOST_NAMED = 8;

function ringInWords({ name, officePhone, contactName, toldUnitName }: UnitToRing): string {
  const phone = [contactName, officePhone ?? '未登记电话'].filter(Boolean).join(' ');
  return `${name}（${phone}）${toldUnitName ? `，提醒发给${toldUnitName}负责人` : ''}`;
}

/** Asked once as the sheet opens; nothing is written by it. */
function usePreview(lines: NudgeChoice): { data?: NudgePreview; failure?: Failure } {
  const [state, setState] = useState<{ data?: NudgePreview; failure?: Failure }>({});
  useEffect(() => {
    let isShown = true;
    void call(previewNudge, { body: { lines } }).then((answer) => {
      if (isShown) setState(answer.ok ? { data: answer.reply } : { failure: answer.failure });
    });
    return () => {
      isShown = false;
    };
    // What was chosen stands still while the sheet is open.
  }, []);
  return state;
}
