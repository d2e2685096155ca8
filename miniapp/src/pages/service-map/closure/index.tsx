import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { closeServicePoint, getServicePoint, previewClosure } from '@county/shared/service-map/service-map-routes';
import { PointClosure, type ClosureEffects, type ServicePointView } from '@county/shared/service-map/service-point';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { goBack, replaceWith } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { DateField, Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { ClosureEffectsCard, withReason } from './closure-effects';

const REASONS = ['线路检修', '集中培训', '搬迁', '盘点'];

/** Closing for some days: what it breaks is shown before it can be sent. */
export default function ClosurePage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff ? { params: { pointId: id } } : null);
  if (!staff) return <SignInFirst title="停办几天" />;
  return (
    <Page title="停办几天" about={point.data?.name}>
      <Answer of={point} shape="words">
        {(view) =>
          view.withdrawnReason ? (
            <Notice kind="info" title="已经撤下的服务点不用停办" />
          ) : (
            <ClosureForm point={view} onStale={() => void point.reload()} />
          )
        }
      </Answer>
    </Page>
  );
}

function ClosureForm({ point, onStale }: { point: ServicePointView; onStale(): void }) {
  const draft = useDraft(`point-closure:${point.id}`, { id: newId(), from: '', to: '', reason: '' });
  const { value: form } = draft;
  const [effects, setEffects] = useState<ClosureEffects>();
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  // Other days or words are another closure, with other effects.
  const change = (part: Partial<typeof form>) => {
    draft.change({ id: newId(), ...part });
    if ('from' in part || 'to' in part) setEffects(undefined);
  };
  const checked = () => {
    const result = checkInput(PointClosure, { ...form, onVersion: point.version });
    const turned = form.from && form.to && form.to < form.from;
    const past = form.from && form.from < today();
    const found = [
      ...(result.valid ? [] : result.issues),
      ...(turned ? [{ path: ['to'], message: '截止日期不能早于起始日期' }] : []),
      ...(past ? [{ path: ['from'], message: '起始日期已经过去，从今天起或以后的日子才能停办' }] : []),
    ];
    setFailure(undefined);
    setIssues(found);
    return result.valid && !found.length ? result.value : undefined;
  };
  const failed = (bad: Failure) => {
    setFailure(bad);
    if (bad.kind !== 'refused') return;
    setIssues(bad.problem.issues);
    if (bad.status === 409) onStale();
  };
  const look = async () => {
    const closure = checked();
    if (!closure) return;
    setBusy(true);
    const answer = await call(previewClosure, {
      params: { pointId: point.id },
      body: { from: closure.from, to: closure.to },
    });
    setBusy(false);
    if (answer.ok) setEffects(answer.reply);
    else failed(answer.failure);
  };
  // Whoever comes back from deciding on what it breaks sees what is left of it.
  useDidShow(() => void (effects && look()));
  const send = async () => {
    const closure = checked();
    if (!closure) return;
    setBusy(true);
    const answer = await call(closeServicePoint, { params: { pointId: point.id }, body: closure });
    setBusy(false);
    if (!answer.ok) return failed(answer.failure);
    draft.discard();
    // Nobody who has something here on those days is left without a word.
    const [broken] = effects?.alsoBroken ?? [];
    toast(broken ? `已公布停办；还有 ${broken.count} 个${broken.kind}要逐个决定` : '已公布停办，群众马上看到');
    if (broken) await replaceWith(withReason(broken.link, closure.reason));
    else await goBack();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <DateField
            label="从哪天起"
            value={form.from}
            min={today()}
            onChange={(from) => change(form.to ? { from } : { from, to: from })}
            error={issueAt(issues, 'from')}
          />
          <DateField
            label="到哪天为止"
            hint="当天也停办；只停一天就选同一天"
            value={form.to}
            min={form.from || today()}
            onChange={(to) => change({ to })}
            error={issueAt(issues, 'to')}
          />
          <Field
            label="原因"
            hint="群众会看到"
            maxLength={60}
            value={form.reason}
            onChange={(reason) => change({ reason })}
            error={issueAt(issues, 'reason')}
          />
          {form.reason ? null : (
            <Flow>
              {REASONS.map((reason) => (
                <Button key={reason} kind="quiet" onPress={() => change({ reason })}>
                  {reason}
                </Button>
              ))}
            </Flow>
          )}
        </Stack>
      </Card>
      {effects ? <ClosureEffectsCard effects={effects} reason={form.reason.trim()} /> : null}
      <ActionBar>
        {effects ? (
          <Button kind="danger" wide busy={busy} onPress={() => void send()}>
            确认停办
          </Button>
        ) : (
          <Button kind="primary" icon="eye" wide busy={busy} onPress={() => void look()}>
            先看影响
          </Button>
        )}
      </ActionBar>
    </>
  );
}
