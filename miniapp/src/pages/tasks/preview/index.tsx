import { getBreakdownPreview } from '@county/shared/tasks/breakdowns/preview-routes';
import type { BreakdownPreview } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { BREAKDOWN_KIND_LABELS } from '@county/shared/tasks/breakdowns/task-breakdown';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Columns, Facts, Stack } from '../../../ui/surface';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ConfirmBar } from './confirm-bar';
import { HeadingSheet } from './heading-sheet';
import { RevisionPart, UndecidedPart } from './revision-part';
import { RowsPart } from './rows-part';
import { TablesPart, UnknownTables } from './tables-part';
import { useCorrections, type Corrections } from './use-corrections';

/** What an uploaded table was understood as, to be put right in place; nothing is written before 确认交办. */
export default function PreviewPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const preview = useCall(getBreakdownPreview, staff ? { params: { previewId: id } } : null);
  if (!staff) return <SignInFirst title="导入预览" />;
  return (
    <Page title="导入预览" about={preview.data?.sourceName} wide>
      <Answer of={preview}>{(data) => <PreviewParts preview={data} replace={preview.replace} />}</Answer>
    </Page>
  );
}

function PreviewParts(props: { preview: BreakdownPreview; replace: (preview: BreakdownPreview) => void }) {
  const corrections = useCorrections(props.preview, props.replace);
  return (
    <>
      <Columns
        main={
          <>
            <UndecidedPart corrections={corrections} />
            <UnknownTables corrections={corrections} />
            {props.preview.tables.some(({ recognised }) => recognised) ? <RowsPart corrections={corrections} /> : null}
          </>
        }
        side={
          <>
            <HeadingCard corrections={corrections} />
            <RevisionPart corrections={corrections} />
            <TablesPart corrections={corrections} />
          </>
        }
      />
      <ConfirmBar preview={props.preview} />
    </>
  );
}

function HeadingCard({ corrections }: { corrections: Corrections }) {
  const { preview } = corrections;
  const [open, setOpen] = useState(false);
  const doubtful = preview.tasks.filter((task) => task.doubtful).length;
  const held = preview.heldRows.filter(({ leftOut }) => !leftOut).length;
  return (
    <>
      <Card>
        <Stack>
          <Facts
            facts={[
              { name: '名称', value: preview.title },
              { name: '类型', value: `${BREAKDOWN_KIND_LABELS[preview.kind]}，${preview.year} 年` },
              {
                name: '识别结果',
                value: `${preview.tasks.length} ${preview.kind === 'inspection' ? '个问题' : '项任务'}，${preview.categories.length} 个类别`,
              },
              { name: '要核对', value: doubtful || held ? `${doubtful} 项有疑点，${held} 行没有看懂` : '没有' },
            ]}
          />
          {preview.confirmedRows.length ? null : (
            <Button icon="pencil" onPress={() => setOpen(true)}>
              改名称、类型、年度
            </Button>
          )}
        </Stack>
      </Card>
      {preview.alreadyImportedAs ? (
        <Notice kind="info" title="这份表已经导入过">
          {`与“${preview.alreadyImportedAs.title}”内容相同，再次确认不会改变任何任务。`}
        </Notice>
      ) : null}
      {preview.confirmedAs ? (
        <Notice kind="success" title={`已交办 ${preview.confirmedRows.length} 项`}>
          其余的核对好以后，再确认一次就会加进同一份分解表。
        </Notice>
      ) : null}
      {open ? <HeadingSheet corrections={corrections} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
