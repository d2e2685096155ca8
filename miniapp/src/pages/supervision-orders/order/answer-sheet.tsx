import { MAX_FILE_BYTES } from '@county/shared/files/stored-file';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { answerOrder } from '@county/shared/supervision-orders/order-routes';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { NewOrderAnswer } from '@county/shared/supervision-orders/supervision-order';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issueAt, type Failure } from '../../../api/failure';
import { sendOrKeep } from '../../../api/outbox';
import { newId } from '../../../platform/ids';
import type { PickedFile } from '../../../platform/picked-file';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { FileButton } from '../../../ui/file-button';
import { PhotoField } from '../../../ui/photo-field';
import { Facts, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface AnswerProps {
  order: SupervisionOrderView;
  onClose(): void;
  reload(): Promise<void>;
}

const MOST_FILES = 9;
const DOCUMENTS = ['pdf', 'docx', 'xlsx'];

/** 答复: in words, with photos and papers; kept on this device until it is sent, and sent later where there is no signal. */
export function AnswerSheet({ order, onClose, reload }: AnswerProps) {
  const draft = useDraft(`order-answer:${order.id}:${order.answerBy}`, { id: newId(), words: '' });
  const [photos, setPhotos] = useState<PickedFile[]>([]);
  const [papers, setPapers] = useState<PickedFile[]>([]);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, words } = draft.value;
  const files = [...photos, ...papers];
  const send = async () => {
    const checked = checkInput(NewOrderAnswer, { id, words, fileIds: files.map((file) => file.id) });
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const { failure: refused, item } = await sendOrKeep({
      id,
      kind: 'order-answer',
      title: `答复 ${order.documentNumber}`,
      route: answerOrder,
      request: { params: { orderId: order.id }, body: checked.value },
      photos: files,
    });
    setBusy(false);
    if (comesBack(refused)) return setFailure(refused);
    draft.discard();
    toast(item.wordsSent ? '已答复，等待审核' : '已存下，有网络时自动发送');
    onClose();
    await reload();
  };
  return (
    <Sheet
      title={`答复 ${order.documentNumber}`}
      onClose={onClose}
      actions={
        <Button kind="primary" wide busy={busy} onPress={() => void send()}>
          提交答复
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Facts facts={[{ name: '督办要求', value: order.demand }]} />
        <TextArea
          label="答复内容"
          hint="做到哪一步，存在什么问题，什么时候完成；提交后不能改"
          rows={6}
          maxLength={2000}
          value={words}
          onChange={(text) => draft.change({ id, words: text })}
          error={issueAt(issues, 'words')}
        />
        <PhotoField label="照片" photos={photos} onChange={setPhotos} max={MOST_FILES - papers.length} />
        <Flow>
          {papers.map((paper) => (
            <Button
              key={paper.id}
              kind="quiet"
              icon="x"
              label={`去掉 ${paper.name}`}
              onPress={() => setPapers(papers.filter((other) => other.id !== paper.id))}
            >
              {paper.name}
            </Button>
          ))}
          {files.length < MOST_FILES ? (
            <FileButton
              kinds={DOCUMENTS}
              maxBytes={MAX_FILE_BYTES}
              onFile={(paper) => setPapers((before) => [...before, paper])}
            >
              加附件
            </FileButton>
          ) : null}
        </Flow>
      </Stack>
    </Sheet>
  );
}
