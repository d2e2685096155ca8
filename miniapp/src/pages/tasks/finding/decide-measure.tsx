import { decideMeasure } from '@county/shared/tasks/findings/finding-routes';
import type { RectificationMeasure } from '@county/shared/tasks/findings/rectification-measure';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface DecideMeasureProps {
  measure: RectificationMeasure;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** A supervisor agrees to a measure, or sends it back with what is missing. */
export function DecideMeasure({ measure, onDone, onClose }: DecideMeasureProps) {
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const decide = async (outcome: 'agreed' | 'returned') => {
    setBusy(true);
    const said = words.trim();
    const body = outcome === 'agreed' ? { outcome, words: said || null } : { outcome, words: said };
    const answer = await call(decideMeasure, { params: { measureId: measure.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast(outcome === 'agreed' ? '已同意' : '已退回');
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="审核整改措施"
      onClose={onClose}
      actions={
        <Flow>
          <Button kind="primary" icon="check" busy={busy} onPress={() => void decide('agreed')}>
            同意
          </Button>
          <Button kind="danger" icon="undo-2" busy={busy} onPress={() => void decide('returned')}>
            退回
          </Button>
        </Flow>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>{measure.words}</Box>
        <TextArea
          label="意见"
          hint="退回时要写明理由，责任单位会看到"
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
