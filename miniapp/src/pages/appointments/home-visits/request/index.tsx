import {
  HomeVisitRequestChange,
  type AskedHomeVisit,
} from '@county/shared/appointments/home-visits/home-visit-request';
import {
  changeAskedHomeVisit,
  readAskedHomeVisit,
  withdrawAskedHomeVisit,
} from '@county/shared/appointments/home-visits/home-visit-routes';
import { canChangeRequest } from '@county/shared/appointments/home-visits/home-visit-rules';
import { daysInWords } from '@county/shared/appointments/home-visits/home-visit-words';
import { dayInWords } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { useDraft } from '../../../../api/drafts';
import { issueAt, type Failure } from '../../../../api/failure';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { callable, ring } from '../../../../platform/device';
import { newId } from '../../../../platform/ids';
import { Answer, FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { confirm } from '../../../../ui/dialog';
import { Field, TextArea } from '../../../../ui/field';
import { Notice } from '../../../../ui/notice';
import { Page } from '../../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';
import { DaysField } from '../ask/days-field';
import { VisitState, VisitSteps } from '../visit-state';

/** 我的上门申请: where it stands, and the way to change or withdraw it until somebody is on the way. */
export default function RequestPage() {
  const { id = '' } = useRouter().params;
  const visit = useCall(readAskedHomeVisit, { params: { requestId: id } });
  const [isChanging, setIsChanging] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [withdrawalId] = useState(newId);
  const withdraw = async () => {
    const words = '工作人员不再上门。以后要办，可以再申请。';
    if (!(await confirm({ title: '撤回这件申请？', words, yes: '撤回', danger: true }))) return;
    const answer = await call(withdrawAskedHomeVisit, { params: { requestId: id }, body: { id: withdrawalId } });
    if (!answer.ok) return setFailure(answer.failure);
    visit.replace(answer.reply);
    toast('已撤回');
  };
  return (
    <Page title="我的上门申请" about={visit.data?.serviceName}>
      <FailureNotice failure={failure} />
      <Answer of={visit} shape="words">
        {(there) => (
          <>
            <State visit={there} />
            {isChanging ? (
              <ChangeForm
                visit={there}
                onDone={(changed) => {
                  visit.replace(changed);
                  setIsChanging(false);
                }}
              />
            ) : (
              <Actions visit={there} onChange={() => setIsChanging(true)} onWithdraw={() => void withdraw()} />
            )}
            <VisitSteps steps={there.steps} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function State({ visit }: { visit: AskedHomeVisit }) {
  const { number, state, visitOn, visitorName, unitName, villageName, maskedName, maskedPhone, landmark } = visit;
  const when = visitOn && `${dayInWords(visitOn, today())}${visitorName ? `，${visitorName}` : ''}`;
  return (
    <Card>
      <Stack>
        <Flow>
          <VisitState state={state} />
        </Flow>
        {visit.isErased ? <Notice title="个人信息已按期删去，只留办理情况" /> : null}
        <Facts
          facts={[
            { name: '申请号', value: number },
            ...(when ? [{ name: '哪天上门', value: when }] : []),
            { name: '谁来办', value: unitName },
            { name: '给谁办', value: [maskedName, maskedPhone].filter(Boolean).join(' ') },
            { name: '住处', value: [villageName, landmark].filter(Boolean).join('，') },
            ...(visit.wish ? [{ name: '想办什么', value: visit.wish }] : []),
            { name: '哪几天方便', value: daysInWords(visit, today()) },
          ]}
        />
      </Stack>
    </Card>
  );
}

function Actions(props: { visit: AskedHomeVisit; onChange(): void; onWithdraw(): void }) {
  const { officePhone, isErased } = props.visit;
  const verdict = canChangeRequest(props.visit);
  const canChange = verdict.allowed && !isErased;
  return (
    <>
      {verdict.allowed || props.visit.state !== 'on-the-way' ? null : <Notice title={verdict.reason} />}
      <Flow>
        {canChange ? (
          <Button icon="pencil" onPress={props.onChange}>
            修改
          </Button>
        ) : null}
        {officePhone ? (
          <Button icon="phone" onPress={() => void ring(callable(officePhone))}>
            打电话
          </Button>
        ) : null}
        {canChange ? (
          <Button kind="quiet" icon="undo-2" onPress={props.onWithdraw}>
            撤回申请
          </Button>
        ) : null}
      </Flow>
    </>
  );
}

function ChangeForm({ visit, onDone }: { visit: AskedHomeVisit; onDone(changed: AskedHomeVisit): void }) {
  const { landmark, wish, suitableDays, dayPart } = visit;
  const empty = { id: newId(), phone: '', landmark: landmark ?? '', wish: wish ?? '', suitableDays, dayPart };
  const draft = useDraft(`home-visit-change:${visit.id}`, empty);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { value: form } = draft;
  const change = (part: Partial<typeof empty>) => draft.change({ ...part, id: newId() });
  const send = async () => {
    const said = { ...form, phone: form.phone || null };
    const checked = checkInput(HomeVisitRequestChange, said);
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(changeAskedHomeVisit, { params: { requestId: visit.id }, body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast('已修改');
    onDone(answer.reply);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field
            label="联系电话"
            kind="phone"
            optional
            hint={visit.maskedPhone ? `现在是 ${visit.maskedPhone}；不填就不改` : '还没有留电话'}
            value={form.phone}
            onChange={(phone) => change({ phone })}
            error={issueAt(issues, 'phone')}
          />
          <Field
            label="怎么找到家"
            maxLength={60}
            value={form.landmark}
            onChange={(words) => change({ landmark: words })}
            error={issueAt(issues, 'landmark')}
          />
          <TextArea
            label="想办什么"
            optional
            rows={2}
            maxLength={200}
            value={form.wish}
            onChange={(words) => change({ wish: words })}
            error={issueAt(issues, 'wish')}
          />
        </Stack>
      </Card>
      <DaysField days={form} onChange={change} />
      <Button kind="primary" icon="check" wide busy={busy} onPress={() => void send()}>
        保存修改
      </Button>
    </>
  );
}
