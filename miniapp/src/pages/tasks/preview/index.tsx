import { confirmBreakdown, getBreakdownPreview } from '@county/shared/tasks/breakdown-routes';
import type { BreakdownPreview, PreviewRemark, PreviewTask } from '@county/shared/tasks/breakdown-preview';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { replaceWith, withQuery } from '../../../platform/navigation';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Columns, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { SignInFirst } from '../../../shell/sign-in-first';

/** What an uploaded table was understood as; nothing is written before 确认交办. */
export default function PreviewPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const preview = useCall(getBreakdownPreview, staff ? { params: { previewId: id } } : null);
  if (!staff) return <SignInFirst title="导入预览" />;
  return (
    <Page title="导入预览" about={preview.data?.sourceName} wide>
      <Answer of={preview}>{(data) => <PreviewParts preview={data} />}</Answer>
    </Page>
  );
}

function PreviewParts({ preview }: { preview: BreakdownPreview }) {
  return (
    <>
      <Columns
        main={
          <>
            {preview.categories.map((category) => (
              <Section key={category.name} title={category.name} about={`${category.taskCount} 项`}>
                {preview.tasks
                  .filter((task) => task.category === category.name)
                  .map((task) => (
                    <TaskCard key={task.number} task={task} />
                  ))}
              </Section>
            ))}
          </>
        }
        side={
          <>
            <Card>
              <Facts
                facts={[
                  { name: '名称', value: preview.title },
                  { name: '计划年度', value: `${preview.year} 年` },
                  { name: '识别结果', value: `${preview.tasks.length} 项任务，${preview.categories.length} 个类别` },
                ]}
              />
            </Card>
            {preview.alreadyImportedAs ? (
              <Notice kind="info" title="这份表已经导入过">
                {`与“${preview.alreadyImportedAs.title}”内容相同，再次确认不会改变任何任务。`}
              </Notice>
            ) : null}
            <Remarks remarks={preview.remarks} />
          </>
        }
      />
      <ConfirmBar preview={preview} />
    </>
  );
}

const SEVERITIES = [
  { severity: 'error', title: '必须修改（这些行不会写入）', tone: 'cinnabar', icon: 'circle-alert' },
  { severity: 'warning', title: '请核对', tone: 'amber', icon: 'triangle-alert' },
  { severity: 'note', title: '说明', tone: 'blue', icon: 'info' },
] as const;

function Remarks({ remarks }: { remarks: readonly PreviewRemark[] }) {
  return (
    <>
      {SEVERITIES.map(({ severity, title, tone, icon }) => {
        const found = remarks.filter((remark) => remark.severity === severity);
        return found.length ? (
          <Section key={severity} title={`${title} · ${found.length} 条`}>
            <Card>
              <Stack>
                {found.map((remark) => (
                  <Box key={`${remark.row} ${remark.column} ${remark.message}`}>
                    <Tag tone={tone} icon={icon}>
                      {placeOf(remark)}
                    </Tag>
                    <Box>{remark.message}</Box>
                  </Box>
                ))}
              </Stack>
            </Card>
          </Section>
        ) : null;
      })}
    </>
  );
}

const placeOf = ({ place, row, column }: PreviewRemark): string =>
  [place, row && `第 ${row} 行`, column && `“${column}”列`].filter(Boolean).join(' ');

function TaskCard({ task }: { task: PreviewTask }) {
  const shown = task.units.slice(0, 14);
  return (
    <Card>
      <Stack>
        <Box className="row-title">{`${task.number}．${task.mainTask}`}</Box>
        <Box className="row-about">{task.concreteWork}</Box>
        <Flow>
          {shown.map((unit) => (
            <Tag key={unit.unitId} tone={unit.part === 'lead' ? 'pine' : 'stone'} icon="building-2">
              {unit.part === 'lead'
                ? `${unit.unitName}（牵头）`
                : unit.part === 'supporting'
                  ? `${unit.unitName}（配合）`
                  : unit.unitName}
            </Tag>
          ))}
          {task.units.length > shown.length ? <Box as="span">{`等，共 ${task.units.length} 个单位`}</Box> : null}
          {task.openSetPhrase ? <Tag tone="blue" icon="ellipsis">{`开放范围：${task.openSetPhrase}`}</Tag> : null}
          {task.unresolvedPhrase ? (
            <Tag tone="amber" icon="circle-help">{`待明确：${task.unresolvedPhrase}`}</Tag>
          ) : null}
        </Flow>
        <Facts
          facts={[
            { name: '原文单位', value: task.unitsPhrase || '未写' },
            { name: '时限', value: `${task.due.phrase || '未写'} → ${task.due.dueOn ?? DUE_WORDS[task.due.kind]}` },
          ]}
        />
      </Stack>
    </Card>
  );
}

const DUE_WORDS = {
  'by-day': '',
  recurring: '定期报进展',
  'open-ended': '无固定时限，按季报进展',
  'start-only': '即日开始，无固定时限',
  unclear: '待确认',
} as const;

function ConfirmBar({ preview }: { preview: BreakdownPreview }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const confirm = async () => {
    setBusy(true);
    const answer = await call(confirmBreakdown, { body: { previewId: preview.id } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.status === 200 ? '内容相同，没有改动' : `已交办 ${answer.reply.taskCount} 项任务`);
    await replaceWith(withQuery('/pages/tasks/ledger/index', { id: answer.reply.id }));
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={preview.tasks.length ? null : '没有可以交办的任务，请修改文件后重新上传'}
          onPress={() => void confirm()}
        >
          {preview.alreadyImportedAs ? '内容相同，查看已有的表' : `确认交办 ${preview.tasks.length} 项任务`}
        </Button>
      </ActionBar>
    </>
  );
}
