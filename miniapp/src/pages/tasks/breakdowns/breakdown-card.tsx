import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import { readFile } from '@county/shared/files/file-routes';
import {
  changeBreakdown,
  downloadBreakdownDocx,
  downloadBreakdownXlsx,
} from '@county/shared/tasks/breakdowns/breakdown-routes';
import { BREAKDOWN_KIND_LABELS, type BreakdownSummary } from '@county/shared/tasks/breakdowns/task-breakdown';
import { useState } from 'react';
import { call, download } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import type { Answer } from '../../../api/wire';
import { openDocument } from '../../../platform/files';
import { withQuery } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { confirm } from '../../../ui/dialog';
import { Card, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { CarryForwardSheet } from './carry-forward-sheet';

interface CardProps {
  breakdown: BreakdownSummary;
  supervises: boolean;
  reload: () => Promise<void>;
}

/** One breakdown: where it leads, what can be taken out of it, and what a supervisor may do with it. */
export function BreakdownCard({ breakdown, supervises, reload }: CardProps) {
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
          {`${BREAKDOWN_KIND_LABELS[breakdown.kind]} · ${breakdown.year} 年 · ${countInWords(breakdown)} · ${breakdown.assignmentCount} 个单位责任 · ${dayInWords(shanghaiDay(breakdown.createdAt))} 建立`}
        </Box>
        <Flow>
          <Button kind="primary" icon="table-2" href={withQuery('/pages/tasks/ledger/index', { id: breakdown.id })}>
            看台账
          </Button>
          <Button icon="list-checks" href={withQuery('/pages/tasks/heat-table/index', { id: breakdown.id })}>
            进展一览表
          </Button>
          <Button icon="bell" href={withQuery('/pages/tasks/reminder-settings/index', { id: breakdown.id })}>
            提醒设置
          </Button>
          {supervises ? (
            <Button icon="calendar-days" onPress={() => setCarrying(true)}>
              结转到新年度
            </Button>
          ) : null}
        </Flow>
        <Takeaways breakdown={breakdown} />
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

const countInWords = ({ kind, taskCount }: BreakdownSummary): string =>
  kind === 'inspection' ? `${taskCount} 个问题` : `${taskCount} 项任务`;

/** The table with how it stands, and the documents it was read from. */
function Takeaways({ breakdown }: { breakdown: BreakdownSummary }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async (fetched: Promise<Answer<PickedFile>>) => {
    setBusy(true);
    const answer = await fetched;
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  const params = { breakdownId: breakdown.id };
  return (
    <>
      <Flow>
        <Button
          icon="download"
          busy={busy}
          onPress={() => void take(download(downloadBreakdownDocx, { params }, `${breakdown.title}.docx`))}
        >
          下载 Word
        </Button>
        <Button
          icon="download"
          busy={busy}
          onPress={() => void take(download(downloadBreakdownXlsx, { params }, `${breakdown.title}.xlsx`))}
        >
          下载 Excel
        </Button>
        {breakdown.sources.map(({ id, name }) => (
          <Button
            key={id}
            kind="quiet"
            icon="file-text"
            busy={busy}
            onPress={() => void take(download(readFile, { params: { fileId: id }, query: {} }, name ?? '原件'))}
          >
            {`原件：${name ?? '未送达'}`}
          </Button>
        ))}
      </Flow>
      <FailureNotice failure={failure} />
    </>
  );
}
