import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { getServicePoint, withdrawServicePoint } from '@county/shared/service-map/service-map-routes';
import type { ServicePointView } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { closurePage } from '../keeping-pages';

/** A point that is there no more: gone from the map, its history stays. */
export default function WithdrawPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff ? { params: { pointId: id } } : null);
  if (!staff) return <SignInFirst title="撤下服务点" />;
  return (
    <Page title="撤下服务点" about={point.data?.name}>
      <Answer of={point} shape="words">
        {(view) =>
          view.withdrawnReason ? (
            <Notice kind="info" title={`已经撤下：${view.withdrawnReason}`} />
          ) : (
            <WithdrawForm point={view} />
          )
        }
      </Answer>
    </Page>
  );
}

function WithdrawForm({ point }: { point: ServicePointView }) {
  const draft = useDraft(`point-withdrawal:${point.id}`, { id: newId(), reason: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    const checked = checkInput(withdrawServicePoint.body, draft.value);
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    const sure = await confirm({
      title: `撤下“${point.name}”？`,
      words: '群众在地图、列表里不再看到它。以后可以在修改历史里恢复。',
      yes: '撤下',
      danger: true,
    });
    if (!sure) return;
    setBusy(true);
    const answer = await call(withdrawServicePoint, { params: { pointId: point.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast('已撤下');
    await goBack();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Notice
        kind="info"
        title="只停几天的，不要撤下"
        action={<Button href={closurePage(point.id)}>改为停办几天</Button>}
      >
        撤下是不再办了、并走了、搬走了。贴在门口的码扫出来会说已经撤下。
      </Notice>
      {point.inside.length ? (
        <Notice kind="warn" title={`有 ${point.inside.length} 个服务点设在这里`}>
          {`${point.inside.map(({ name, unitName }) => `${name}（${unitName}）`).join('、')}。您能维护的请先撤下，或改掉“所在场所”；别的单位的，系统会通知他们改地址。`}
        </Notice>
      ) : null}
      <Card>
        <Stack>
          <TextArea
            label="撤下原因"
            hint="写明并到哪里、改到哪里办"
            rows={3}
            maxLength={200}
            value={draft.value.reason}
            // Other words are another withdrawal, should the first have arrived unheard.
            onChange={(reason) => draft.change({ id: newId(), reason })}
            error={issueAt(issues, 'reason')}
          />
        </Stack>
      </Card>
      <ActionBar>
        <Button kind="danger" icon="circle-minus" wide busy={busy} onPress={() => void withdraw()}>
          撤下
        </Button>
      </ActionBar>
    </>
  );
}
