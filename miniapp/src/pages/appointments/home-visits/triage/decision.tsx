import {
  HomeVisitAcceptance,
  HomeVisitPassing,
  HomeVisitRefusal,
  type HomeVisitRequestView,
} from '@county/shared/appointments/home-visits/home-visit-request';
import {
  acceptHomeVisit,
  declineHomeVisit,
  passHomeVisitOn,
} from '@county/shared/appointments/home-visits/home-visit-routes';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { useDraft } from '../../../../api/drafts';
import { issueAt, type Failure } from '../../../../api/failure';
import { newId } from '../../../../platform/ids';
import { goBack } from '../../../../platform/navigation';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Segmented } from '../../../../ui/choice';
import { Field, Select } from '../../../../ui/field';
import { Card, Section, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';

type Way = 'accept' | 'decline' | 'pass-on';

const WAYS = [
  { value: 'accept', label: '受理' },
  { value: 'decline', label: '不能上门' },
  { value: 'pass-on', label: '转给别的单位' },
] as const;
const DONE: Record<Way, string> = { accept: '已受理', decline: '已答复申请人', 'pass-on': '已转出' };

/** The unit's word on a request; whoever asked reads it. */
export function Decision({ request, onDone }: { request: HomeVisitRequestView; onDone(): void }) {
  const ways = WAYS.filter(
    ({ value }) =>
      (value !== 'accept' || request.state === 'asked') && (value !== 'pass-on' || request.canPassTo.length > 0),
  );
  const [way, setWay] = useState<Way | null>(request.state === 'asked' ? 'accept' : null);
  const draft = useDraft(`home-visit-decision:${request.id}`, {
    id: newId(),
    words: '',
    reason: '',
    wayOut: '',
    serviceId: '',
  });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { value: form } = draft;
  const change = (part: Partial<typeof form>) => draft.change({ ...part, id: newId() });
  const chosen = way && ways.some(({ value }) => value === way) ? way : null;

  const send = async () => {
    const sent = await decided(chosen!, request.id, form);
    setFailure(undefined);
    setIssues(undefined);
    if ('issues' in sent) return setIssues(sent.issues);
    setBusy(true);
    const answer = await sent.answer;
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    draft.discard();
    toast(DONE[chosen!]);
    if (chosen === 'pass-on') return goBack();
    onDone();
  };
  return (
    <Section title={request.state === 'asked' ? '怎样处理' : '情况有变'}>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Segmented<Way> label="怎样处理" options={ways} value={chosen ?? ('' as Way)} onChange={setWay} />
          {chosen === 'accept' ? (
            <Field
              label="给申请人的话"
              optional
              hint="如：这几天电话约时间"
              value={form.words}
              onChange={(words) => change({ words })}
              error={issueAt(issues, 'words')}
            />
          ) : null}
          {chosen === 'decline' ? (
            <>
              <Field
                label="不能上门的原因"
                value={form.reason}
                onChange={(reason) => change({ reason })}
                error={issueAt(issues, 'reason')}
              />
              <Field
                label="可以怎么办"
                hint="到哪里、找谁、什么时候再申请；不能只说不行"
                value={form.wayOut}
                onChange={(wayOut) => change({ wayOut })}
                error={issueAt(issues, 'wayOut')}
              />
            </>
          ) : null}
          {chosen === 'pass-on' ? (
            <>
              <Select
                label="转给哪个单位"
                options={request.canPassTo.map(({ serviceId, serviceName, unitName }) => ({
                  value: serviceId,
                  label: `${unitName}：${serviceName}`,
                }))}
                value={form.serviceId}
                onChange={(serviceId) => change({ serviceId })}
                error={issueAt(issues, 'serviceId') && '请选择转给哪个单位'}
              />
              <Field
                label="为什么转"
                hint="转出后，本单位不再看到这个人的电话和住处"
                value={form.words}
                onChange={(words) => change({ words })}
                error={issueAt(issues, 'words')}
              />
            </>
          ) : null}
          {chosen ? (
            <Button kind="primary" icon="check" wide busy={busy} onPress={() => void send()}>
              {WAYS.find(({ value }) => value === chosen)!.label}
            </Button>
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}

type Said = Record<'id' | 'words' | 'reason' | 'wayOut' | 'serviceId', string>;

/** What is wrong with the form, or the answer of the server. */
async function decided(way: Way, requestId: string, { id, words, reason, wayOut, serviceId }: Said) {
  const params = { requestId };
  if (way === 'accept') {
    const checked = checkInput(HomeVisitAcceptance, { id, words });
    return checked.valid
      ? { answer: call(acceptHomeVisit, { params, body: checked.value }) }
      : { issues: checked.issues };
  }
  if (way === 'decline') {
    const checked = checkInput(HomeVisitRefusal, { id, reason, wayOut });
    return checked.valid
      ? { answer: call(declineHomeVisit, { params, body: checked.value }) }
      : { issues: checked.issues };
  }
  const checked = checkInput(HomeVisitPassing, { id, serviceId, words });
  return checked.valid
    ? { answer: call(passHomeVisitOn, { params, body: checked.value }) }
    : { issues: checked.issues };
}
