import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import {
  changeBreakdown,
  listBreakdowns,
  MAX_BREAKDOWN_BYTES,
  previewBreakdown,
} from '@county/shared/tasks/breakdown-routes';
import type { BreakdownSummary } from '@county/shared/tasks/task-breakdown';
import { useState } from 'react';
import { call, upload } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { goTo, withQuery } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { FileButton } from '../../../ui/file-button';
import { Page } from '../../../ui/page';
import { Card, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { SignInFirst } from '../../../shell/sign-in-first';
import { CarryForwardSheet } from './carry-forward-sheet';

/** Every breakdown; a supervisor brings in new ones, makes them public and carries them forward. */
export default function Breakdowns() {
  const staff = useStaff();
  const list = useList(listBreakdowns, staff ? { query: {} } : null);
  if (!staff) return <SignInFirst title="任务分解表" />;
  const supervises = staff.role === 'supervisor';
  return (
    <Page title="任务分解表" about="县里下发的任务表，和从它分出去的全部任务">
      {supervises ? <UploadCard /> : null}
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="file-text" title="还没有任务分解表">
              由督查员上传 Word 或 Excel 文件，确认后自动交办到各单位。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <>
            {items.map((item) => (
              <BreakdownCard key={item.id} breakdown={item} supervises={supervises} reload={list.reload} />
            ))}
          </>
        )}
      </ListAnswer>
    </Page>
  );
}

function UploadCard() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async (file: PickedFile) => {
    setBusy(true);
    setFailure(undefined);
    const answer = await upload(previewBreakdown, file, { body: {} });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    await goTo(withQuery('/pages/tasks/preview/index', { id: answer.reply.id }));
  };
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Box className="row-about">上传后先看识别结果，确认之前不写入任何任务。</Box>
        <FileButton
          kind="primary"
          kinds={['docx', 'xlsx', 'txt', 'csv']}
          maxBytes={MAX_BREAKDOWN_BYTES}
          busy={busy}
          onFile={(file) => void send(file)}
        >
          上传任务分解表
        </FileButton>
      </Stack>
    </Card>
  );
}

interface CardProps {
  breakdown: BreakdownSummary;
  supervises: boolean;
  reload: () => Promise<void>;
}

function BreakdownCard({ breakdown, supervises, reload }: CardProps) {
  const [carrying, setCarrying] = useState(false);
  const setPublic = async (isPublic: boolean) => {
    const agreed = await confirm({
      title: isPublic ? '向社会公开这份计划？' : '停止公开？',
      words: isPublic ? '群众可以看到任务、责任单位、时限和状态；填报内容不会公开。' : '群众将看不到这份计划的进展。',
      yes: isPublic ? '公开' : '停止公开',
    });
    if (!agreed) return;
    const answer = await call(changeBreakdown, { params: { breakdownId: breakdown.id }, body: { isPublic } });
    if (!answer.ok) return toast('没有改成，请稍后再试', 'danger');
    await reload();
  };
  return (
    <Card>
      <Stack>
        <Box as="h2" className="section-title">
          {breakdown.title}
        </Box>
        <Box className="row-about">
          {`${breakdown.year} 年 · ${breakdown.taskCount} 项任务 · ${breakdown.assignmentCount} 个单位责任 · ${dayInWords(shanghaiDay(breakdown.createdAt))} 建立`}
        </Box>
        <Flow>
          <Button kind="primary" icon="table-2" href={withQuery('/pages/tasks/ledger/index', { id: breakdown.id })}>
            看台账
          </Button>
          {supervises ? (
            <Button icon="calendar-days" onPress={() => setCarrying(true)}>
              结转到新年度
            </Button>
          ) : null}
        </Flow>
        {supervises ? (
          <Switch
            label="向社会公开"
            about="只公开任务、单位、时限、状态和审查过的文字"
            value={breakdown.isPublic}
            onChange={(on) => void setPublic(on)}
          />
        ) : (
          <Box className="row-about">{breakdown.isPublic ? '已向社会公开' : '未公开'}</Box>
        )}
      </Stack>
      {carrying ? <CarryForwardSheet breakdown={breakdown} onClose={() => setCarrying(false)} onDone={reload} /> : null}
    </Card>
  );
}
