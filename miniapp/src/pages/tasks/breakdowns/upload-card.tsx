import {
  MAX_BREAKDOWN_BYTES,
  MAX_PASTED,
  previewBreakdown,
  previewPastedText,
} from '@county/shared/tasks/breakdowns/preview-routes';
import { useState } from 'react';
import { call, upload } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { goTo, withQuery } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { FileButton } from '../../../ui/file-button';
import { Card, Flow, Stack } from '../../../ui/surface';

const openPreview = (id: string) => goTo(withQuery('/pages/tasks/preview/index', { id }));

/** A new table, or a later wording of one: as a file, or as text copied from anywhere. */
export function UploadCard() {
  const [busy, setBusy] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async (file: PickedFile) => {
    setBusy(true);
    setFailure(undefined);
    const answer = await upload(previewBreakdown, file, { body: {} });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    await openPreview(answer.reply.id);
  };
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Box className="row-about">
          上传后先看识别结果，可以逐行改正；确认之前不写入任何任务。修订的表也在这里上传。
        </Box>
        <Flow>
          <FileButton
            kind="primary"
            kinds={['docx', 'xlsx', 'txt', 'csv']}
            maxBytes={MAX_BREAKDOWN_BYTES}
            busy={busy}
            onFile={(file) => void send(file)}
          >
            上传任务分解表
          </FileButton>
          <Button icon="copy" onPress={() => setPasting(true)}>
            粘贴表格文字
          </Button>
        </Flow>
      </Stack>
      {pasting ? <PasteSheet onClose={() => setPasting(false)} /> : null}
    </Card>
  );
}

function PasteSheet({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const read = async () => {
    setBusy(true);
    const answer = await call(previewPastedText, { body: { text } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    await openPreview(answer.reply.id);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="粘贴表格文字"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void read()}>
          识别
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="表格文字"
          hint="在 Word、WPS 或 Excel 里选中整个表格（连同表头）复制，粘贴到这里"
          rows={8}
          maxLength={MAX_PASTED}
          value={text}
          onChange={setText}
          error={issueAt(issues, 'text')}
        />
      </Stack>
    </Sheet>
  );
}
