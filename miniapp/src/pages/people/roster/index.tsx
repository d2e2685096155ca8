import { confirmRoster, MAX_ROSTER_BYTES, previewRoster } from '@county/shared/people/people-routes';
import type { RosterPreview, RosterRow } from '@county/shared/people/roster';
import { ROLE_LABELS } from '@county/shared/people/role';
import { useState } from 'react';
import { call, upload } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { goBack } from '../../../platform/navigation';
import type { PickedFile } from '../../../platform/picked-file';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { FileButton } from '../../../ui/file-button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Row, Section, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';
import type { IconName } from '../../../ui/icon-name';
import { toast } from '../../../ui/toast';

const OUTCOMES = {
  added: { words: '新增', tone: 'pine', icon: 'user-plus' },
  moved: { words: '增加一个身份', tone: 'blue', icon: 'split' },
  unchanged: { words: '已在名册', tone: 'stone', icon: 'check' },
  refused: { words: '不写入', tone: 'cinnabar', icon: 'circle-alert' },
} as const satisfies Record<RosterRow['outcome'], { words: string; tone: Tone; icon: IconName }>;

/** A roster tried first: each row with what would become of it; the good ones go in. */
export default function RosterPage() {
  const staff = useStaff();
  const [preview, setPreview] = useState<RosterPreview>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return <SignInFirst title="导入名册" />;
  const read = async (file: PickedFile) => {
    setBusy(true);
    const answer = await upload(previewRoster, file, { body: {} });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setPreview(answer.reply);
  };
  const goingIn = preview?.rows.filter(({ outcome }) => outcome === 'added' || outcome === 'moved').length ?? 0;
  const confirm = async () => {
    if (!preview) return;
    setBusy(true);
    const answer = await call(confirmRoster, { body: { previewId: preview.id } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast(`已导入 ${goingIn} 人，请逐个发邀请`);
    await goBack();
  };
  return (
    <Page title="导入名册">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Box>Excel 表，表头写“姓名”“手机号”“单位”“角色”；角色不写就是经办人。先看结果，确认后才写入。</Box>
          <FileButton
            kind="primary"
            kinds={['xlsx', 'csv']}
            maxBytes={MAX_ROSTER_BYTES}
            busy={busy}
            onFile={(file) => void read(file)}
          >
            选择名册
          </FileButton>
        </Stack>
      </Card>
      {preview ? (
        <>
          {preview.remarks.map((remark) => (
            <Notice
              key={`${remark.row} ${remark.message}`}
              kind="warn"
              title={[remark.row && `第 ${remark.row} 行`, remark.column].filter(Boolean).join(' ')}
            >
              {remark.message}
            </Notice>
          ))}
          <Section title={`名册 ${preview.rows.length} 行`}>
            <Card flush>
              {preview.rows.map((row) => (
                <RowOfRoster key={row.row} row={row} />
              ))}
            </Card>
          </Section>
          <ActionBar>
            <Button
              kind="primary"
              wide
              busy={busy}
              disabledReason={goingIn ? null : '没有要写入的行'}
              onPress={() => void confirm()}
            >
              {`写入 ${goingIn} 人`}
            </Button>
          </ActionBar>
        </>
      ) : null}
    </Page>
  );
}

function RowOfRoster({ row }: { row: RosterRow }) {
  const { words, tone, icon } = OUTCOMES[row.outcome];
  return (
    <Row
      title={`${row.name}（尾号 ${row.phoneEnding}）`}
      about={`${row.unitName} · ${ROLE_LABELS[row.role]} · 第 ${row.row} 行`}
      end={
        <Tag tone={tone} icon={icon}>
          {words}
        </Tag>
      }
    />
  );
}
