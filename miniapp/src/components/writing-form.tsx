import type { FieldIssue } from '@county/shared/http/problem';
import type { WritingState } from '@county/shared/writings/writing-rules';
import { useRef, useState, type ReactNode } from 'react';
import { useDraft } from '../api/drafts';
import { failureSentence, type Failure } from '../api/failure';
import type { Answer } from '../api/wire';
import { Overtaken } from './overtaken';
import { ThrowAway } from './throw-away';
import { newId } from '../platform/ids';
import { replaceWith, withQuery } from '../platform/navigation';
import { FailureNotice, timeInWords } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ActionBar, Flow } from '../ui/surface';
import { toast } from '../ui/toast';

/** What guides, handbooks and notices of events have in common while they are written. */
interface WrittenForm {
  id: string;
  changeId: string;
  onRevision: number;
}

/** One that is already with the office. */
interface AtTheOffice {
  revision: number;
  state: WritingState;
  writtenByName: string;
  writtenAt: string;
  declineReason: string | null;
}

interface Props<Form extends WrittenForm, Content> {
  draftKey: string;
  /** What the form begins with where nothing has been written on this device. */
  begun: Form;
  /** The one being changed; none for a new one. */
  saved: AtTheOffice | undefined;
  /** By the shared schema and rules; no content where the schema itself is not met. What is only kept may still lack more. */
  check(form: Form, thenPropose: boolean): { content: Content | null; issues: FieldIssue[] };
  save(form: Form, content: Content): Promise<Answer<{ revision: number }>>;
  propose(id: string, onRevision: number): Promise<Answer<{ revision: number }>>;
  /** The page that shows it at the office, by its id. */
  reviewPage: string;
  children(form: Form, write: (part: Partial<Form>) => void, issues: readonly FieldIssue[]): ReactNode;
}

/** A long form: kept on this device by itself, with the office once it is whole, then handed to another to review. */
export function WritingForm<Form extends WrittenForm, Content>(props: Props<Form, Content>) {
  const { begun, saved } = props;
  const draft = useDraft<Form>(props.draftKey, begun);
  /** What the office found; what can be known here is looked at anew with every stroke, once it was tried. */
  const [refused, setRefused] = useState<readonly FieldIssue[]>([]);
  const [tried, setTried] = useState<{ thenPropose: boolean }>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<'save' | 'propose'>();
  /** Two buttons send: whichever was pressed first goes alone. */
  const isSending = useRef(false);
  const form = draft.value;
  const issues = tried ? props.check(form, tried.thenPropose).issues : refused;
  const latest = useRef(form);
  latest.current = form;
  // The ids drawn first stay with the draft, so that sending again makes no second one.
  const { id, changeId, onRevision } = form;
  const write = (part: Partial<Form>) => draft.change({ id, changeId, onRevision, ...part } as Partial<Form>);
  const send = async (thenPropose: boolean) => {
    if (isSending.current) return;
    const { content, issues: found } = props.check(form, thenPropose);
    setTried(found.length ? { thenPropose } : undefined);
    setRefused([]);
    setFailure(undefined);
    if (found.length || !content) return;
    isSending.current = true;
    setBusy(thenPropose ? 'propose' : 'save');
    const kept = await props.save(form, content);
    const proposed = kept.ok && thenPropose ? await props.propose(id, kept.reply.revision) : undefined;
    setBusy(undefined);
    isSending.current = false;
    if (!kept.ok) {
      // An earlier try had arrived though its answer was lost: what was written since goes as an act of its own.
      if (isTaken(kept.failure)) draft.change({ id: saved ? id : newId(), changeId: newId() } as Partial<Form>);
      setFailure(kept.failure);
      setRefused(kept.failure.kind === 'refused' ? (kept.failure.problem.issues ?? []) : []);
      return;
    }
    // Written on while it was on its way: these words are still to be saved, on what the office has now.
    if (latest.current !== form && saved) {
      const onNew = { onRevision: (proposed?.ok ? proposed.reply : kept.reply).revision, changeId: newId() };
      draft.change(onNew as Partial<Form>);
      return toast('已保存；保存时又写的还没有存，请再保存一次', 'danger');
    }
    // What is written is with the office; where the proposal failed, it is corrected and proposed from there.
    draft.discard();
    if (proposed && !proposed.ok) toast(`已保存，还没有提交：${failureSentence(proposed.failure)}`, 'danger');
    else toast(thenPropose ? '已提交审查，请另一人审查' : '已保存');
    await replaceWith(withQuery(props.reviewPage, { id }));
  };
  const forget = () => {
    setTried(undefined);
    setRefused([]);
    setFailure(undefined);
  };
  return (
    <>
      {saved && saved.revision !== onRevision ? (
        <Overtaken
          title={`${saved.writtenByName}在 ${timeInWords(saved.writtenAt)} 保存过别的修改`}
          onMine={() => write({ onRevision: saved.revision } as Partial<Form>)}
          onTheirs={() => draft.discard()}
        />
      ) : null}
      {saved?.declineReason && saved.state === 'draft' ? (
        <Notice kind="warn" title="审查人退回">
          {saved.declineReason}
        </Notice>
      ) : null}
      {props.children(form, write, issues)}
      {isTaken(failure) ? (
        <Notice kind="warn" title="上一次其实已经存下了，后来写的还没有">
          {saved ? '请再保存一次。' : '再保存一次，会另存一份草稿；多出来的那份请在列表里取消。'}
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {issues.length ? (
        <Notice kind="danger" title={`还有 ${issues.length} 处要改`}>
          {issues
            .slice(0, 3)
            .map(({ message }) => message)
            .join('；')}
        </Notice>
      ) : null}
      <Flow>
        <Box className="row-about">{keptInWords(draft)}</Box>
        <ThrowAway draft={draft} words="只删去这台设备上写的，已保存到系统里的不变。" onDone={forget} />
      </Flow>
      <ActionBar>
        <Button busy={busy === 'save'} onPress={() => void send(false)}>
          只保存
        </Button>
        <Button kind="primary" icon="send" wide busy={busy === 'propose'} onPress={() => void send(true)}>
          保存并提交审查
        </Button>
      </ActionBar>
    </>
  );
}

const isTaken = (failure: Failure | undefined): boolean =>
  failure?.kind === 'refused' && failure.problem.code === 'id-taken';

function keptInWords({ savedAt, unsaved }: { savedAt: string | undefined; unsaved: boolean }): string {
  if (unsaved) return '这台设备存满了，没有自动存下；请先保存';
  return savedAt ? `已自动存在这台设备上（${timeInWords(savedAt)}）` : '写下的内容会自动存在这台设备上';
}
