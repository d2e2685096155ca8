import type { ExtensionView } from '@county/shared/tasks/lines/extension';
import { decideExtension } from '@county/shared/tasks/lines/extension-routes';
import { useState } from 'react';
import { call } from '../../api/call';
import { issueAt, type Failure } from '../../api/failure';
import { FailureNotice } from '../../ui/answer';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { Facts, Stack } from '../../ui/surface';
import { toast } from '../../ui/toast';

interface DecideExtensionProps {
  extension: Pick<ExtensionView, 'id' | 'dueOn' | 'reason' | 'askedByName'> & { fromDueOn: string };
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** 延期审批: yes, with or without words; no, with a reason. */
export function DecideExtension({ extension, onDone, onClose }: DecideExtensionProps) {
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decide = async (outcome: 'granted' | 'declined') => {
    setBusy(true);
    const body =
      outcome === 'granted' ? ({ outcome, words: words.trim() || null } as const) : ({ outcome, words } as const);
    const answer = await call(decideExtension, { params: { extensionId: extension.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast(outcome === 'granted' ? `已同意，时限改为 ${extension.dueOn}` : '已退回申请，时限不变');
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const actions = (
    <>
      <Button kind="danger" busy={busy} onPress={() => void decide('declined')}>
        不同意
      </Button>
      <Button kind="primary" busy={busy} onPress={() => void decide('granted')}>
        同意延期
      </Button>
    </>
  );
  return (
    <Sheet title="延期审批" onClose={onClose} actions={actions}>
      <Stack>
        <FailureNotice failure={failure} />
        <Facts
          facts={[
            { name: '时限', value: `${extension.fromDueOn} → ${extension.dueOn}` },
            { name: '理由', value: extension.reason },
            { name: '申请人', value: extension.askedByName },
          ]}
        />
        <TextArea
          label="审批意见"
          hint="同意可以不写；不同意请写明理由"
          rows={3}
          maxLength={1000}
          value={words}
          onChange={setWords}
          error={issueAt(issues, 'words')}
        />
      </Stack>
    </Sheet>
  );
}
