import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import {
  CORRECTION_SUBJECT_LABELS,
  CorrectionSubject,
  NewPointCorrection,
} from '@county/shared/service-map/point-correction';
import { reportCorrection } from '@county/shared/service-map/service-map-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import { comesBack, issuesOf, issueAt, type Failure } from '../../../api/failure';
import { correctionsReportedHere } from '../../../api/kept-numbers';
import { sendOrKeep, type Sending } from '../../../api/outbox';
import { SentWords } from '../../../components/sent-words';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { TextArea } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { OwnCorrections } from '../own-corrections';
import { usePoint } from '../point/use-point';

interface Form {
  id: string;
  subject: CorrectionSubject | null;
  words: string;
}

const SUBJECTS = CorrectionSubject.options.map((value) => ({ value, label: CORRECTION_SUBJECT_LABELS[value] }));

const NEXT = '单位核实后会更正；答复显示在这个服务点的页面和“我的”里。';

/** 信息有误: anybody says what is wrong with a point, and what is right, without signing in. */
export default function CorrectionPage() {
  const { id: pointId = '' } = useRouter().params;
  const { point, isGone } = usePoint(pointId);
  const draft = useDraft<Form>(`point-correction:${pointId}`, { id: newId(), subject: null, words: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const { id, subject, words } = draft.value;

  const send = async () => {
    const checked = checkInput(NewPointCorrection, { id, subject, words });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const result = await sendOrKeep({
      id,
      kind: 'point-correction',
      title: `纠错：${point?.name ?? '服务点'}，${CORRECTION_SUBJECT_LABELS[checked.value.subject]}`,
      route: reportCorrection,
      request: { params: { pointId }, body: checked.value },
    });
    setBusy(false);
    if (comesBack(result.failure)) {
      setIssues(issuesOf(result.failure));
      return setFailure(result.failure);
    }
    correctionsReportedHere.remember(id);
    draft.discard();
    setSending(result);
  };

  if (sending) return <SentWords title="信息有误" sending={sending} next={NEXT} />;
  if (isGone) return <OnlyMine />;
  return (
    <Page keepsUnsent title="信息有误" about={point?.name}>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Choice
            label="哪里不对"
            options={SUBJECTS}
            value={subject}
            onChange={(chosen) => draft.change({ id, subject: chosen })}
            error={issueAt(issues, 'subject') && !subject ? '请选择哪里不对' : undefined}
          />
          <TextArea
            label="应该是怎样"
            hint="知道多少写多少，例如：电话改成 0800-5501234 了"
            rows={4}
            maxLength={200}
            value={words}
            onChange={(text) => draft.change({ id, words: text })}
            error={issueAt(issues, 'words')}
          />
          {draft.savedAt ? <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box> : null}
        </Stack>
      </Card>
      <OwnCorrections />
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
          提交
        </Button>
      </ActionBar>
    </Page>
  );
}

/** Without a point there is nothing to report, but what was reported stays readable. */
function OnlyMine() {
  return (
    <Page title="我报告过的错误">
      <OwnCorrections />
      {correctionsReportedHere.all().length ? null : (
        <Card>
          <EmptyState
            icon="pencil"
            title="这台手机上还没有报告过"
            action={
              <Button icon="map" href="/tabs/map/index">
                看地图
              </Button>
            }
          >
            在地图里打开一个服务点，点“信息有误？告诉我们”。
          </EmptyState>
        </Card>
      )}
    </Page>
  );
}
