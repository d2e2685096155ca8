import { sendFile } from '@county/shared/files/file-routes';
import { MAX_FILE_BYTES } from '@county/shared/files/stored-file';
import type { EventAttachment } from '@county/shared/public-events/event-content';
import { useRef, useState } from 'react';
import { upload } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { faultAt } from '../../../components/content-faults';
import type { PickedFile } from '../../../platform/picked-file';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { OutsideLink } from '../../../ui/base/outside-link';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field, FieldError } from '../../../ui/field';
import { FileButton } from '../../../ui/file-button';
import { Flow, Stack } from '../../../ui/surface';
import type { FormPart } from './form-parts';

const KINDS = ['pdf', 'docx', 'xlsx', 'jpg', 'jpeg', 'png'] as const;
const MOST = 10;
const LONGEST_TITLE = 60;

/** Files everybody can open, each with a title; sent at once, tied to the event when it is saved. */
export function AttachmentsPart({ form, write, issues, urls }: FormPart & { urls: Readonly<Record<string, string>> }) {
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { attachments } = form;
  // While a file is sent, others are renamed or taken out: what is there when it has arrived goes on.
  const latest = useRef(attachments);
  latest.current = attachments;
  const add = async (file: PickedFile) => {
    setBusy(true);
    const answer = await upload(sendFile, file, { body: { id: file.id } });
    setBusy(false);
    setTrouble(answer.ok ? undefined : `“${file.name}”没有传上去：${failureSentence(answer.failure)}`);
    if (!answer.ok) return;
    const title = file.name.replace(/\.[^.]+$/, '').slice(0, LONGEST_TITLE);
    write({ attachments: [...latest.current, { fileId: file.id, title, isPaper: form.kind === 'hearing' }] });
  };
  const change = (at: number, part: Partial<EventAttachment>) =>
    write({ attachments: attachments.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const wrong = trouble ?? faultAt(issues, 'attachments');
  return (
    <Stack>
      {wrong ? <FieldError words={wrong} /> : null}
      {attachments.map(({ fileId, title, isPaper }, at) => (
        <Box key={fileId} className="moved" role="group" label={`附件第 ${at + 1} 个`}>
          <Stack>
            <Field
              label="附件名称"
              maxLength={LONGEST_TITLE}
              value={title}
              onChange={(words) => change(at, { title: words })}
              error={faultAt(issues, `attachments.${at}.title`)}
            />
            {form.kind === 'hearing' ? (
              <Switch
                label="这是听证材料"
                about="会前 7 日要送到参加人手里"
                value={isPaper}
                onChange={(paper) => change(at, { isPaper: paper })}
              />
            ) : null}
            <Flow>
              {urls[fileId] ? (
                <OutsideLink url={addressOf(urls[fileId])} className="button button-secondary">
                  打开看看
                </OutsideLink>
              ) : (
                <Box className="row-about">已传上去，保存后能打开</Box>
              )}
              <Button
                kind="quiet"
                icon="x"
                label={`去掉附件${title}`}
                onPress={() => write({ attachments: attachments.filter((_, index) => index !== at) })}
              >
                去掉
              </Button>
            </Flow>
          </Stack>
        </Box>
      ))}
      {attachments.length < MOST ? (
        <>
          <Box className="field-hint">
            PDF、Word、Excel 或图片，不超过 10 MB；公开后谁都能打开，里面不要有个人信息。
          </Box>
          <FileButton kinds={KINDS} maxBytes={MAX_FILE_BYTES} busy={busy} onFile={(file) => void add(file)}>
            加一个附件
          </FileButton>
        </>
      ) : null}
    </Stack>
  );
}
