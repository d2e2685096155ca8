import {
  ASKED_AS_LABELS,
  HomeVisitRequestOnBehalf,
  NewHomeVisitRequest,
  type AskedAs,
} from '@county/shared/appointments/home-visits/home-visit-request';
import {
  askForHomeVisit,
  askForHomeVisitOnBehalf,
  getPublicHomeVisitService,
} from '@county/shared/appointments/home-visits/home-visit-routes';
import type { PublicHomeVisitService } from '@county/shared/appointments/home-visits/home-visit-service';
import { toldByMouth, whatDetailsAreFor } from '@county/shared/appointments/home-visits/home-visit-words';
import { shanghaiTime } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { getSite } from '@county/shared/site/site';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useDraft } from '../../../../api/drafts';
import { comesBack, issuesOf, issueAt, type Failure } from '../../../../api/failure';
import { visitsAskedHere } from '../../../../api/kept-numbers';
import { useMyVillage } from '../../../../api/my-village';
import { sendOrKeep, type Sending } from '../../../../api/outbox';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { isNotThere, NotThere } from '../../../../components/not-there';
import { newId } from '../../../../platform/ids';
import { Answer, FailureNotice } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { Checks, Choice } from '../../../../ui/choice';
import { Field, Select, TextArea } from '../../../../ui/field';
import { Notice } from '../../../../ui/notice';
import { Page } from '../../../../ui/page';
import { ActionBar, Card, Section, Stack } from '../../../../ui/surface';
import { Asked } from './asked';
import { DaysField, type Days } from './days-field';

interface Form extends Days {
  id: string;
  askedAs: AskedAs;
  name: string;
  phone: string;
  villageId: string;
  landmark: string;
  wish: string;
  noticeRead: boolean;
}

/** 申请上门: six short things, the notice of use first. */
export default function AskPage() {
  const { serviceId = '' } = useRouter().params;
  const service = useCall(getPublicHomeVisitService, serviceId ? { params: { serviceId } } : null);
  if (!serviceId || isNotThere(service.failure))
    return <NotThere title="申请上门服务" what="这项上门服务" failure={service.failure} />;
  return (
    <Page title="申请上门服务" about={service.data && `${service.data.name} · ${service.data.unitName}`}>
      <Answer of={service} shape="words">
        {(there) => <AskForm service={there} />}
      </Answer>
    </Page>
  );
}

function useAsking(service: PublicHomeVisitService) {
  const staff = useStaff();
  const { villageId } = useMyVillage();
  const own = service.villages.find(({ id }) => id === staff?.unitId || id === villageId)?.id ?? '';
  const draft = useDraft<Form>(`home-visit:${service.id}`, {
    id: newId(),
    askedAs: staff ? 'village-staff' : 'self',
    name: '',
    phone: '',
    villageId: own,
    landmark: '',
    wish: '',
    suitableDays: [],
    dayPart: 'any',
    noticeRead: false,
  });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const send = async () => {
    const { askedAs, phone, ...rest } = draft.value;
    const said = { ...rest, serviceId: service.id, phone: phone || null };
    const isOnBehalf = askedAs === 'village-staff';
    const checked = isOnBehalf
      ? checkInput(HomeVisitRequestOnBehalf, said)
      : checkInput(NewHomeVisitRequest, { ...said, phone, askedAs });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const item = { id: said.id, kind: 'home-visit-request', title: `申请上门：${service.name}` };
    const result = isOnBehalf
      ? await sendOrKeep({
          ...item,
          route: askForHomeVisitOnBehalf,
          request: { body: checked.value as HomeVisitRequestOnBehalf },
        })
      : await sendOrKeep({ ...item, route: askForHomeVisit, request: { body: checked.value as NewHomeVisitRequest } });
    setBusy(false);
    if (comesBack(result.failure)) {
      setIssues(issuesOf(result.failure));
      return setFailure(result.failure);
    }
    // A shared phone of the village keeps no list of the people it asked for; they stand under 代为申请的.
    if (!isOnBehalf) visitsAskedHere.remember(said.id);
    draft.discard();
    setSending(result);
  };
  return { staff, draft, issues, failure, busy, sending, send };
}

function AskForm({ service }: { service: PublicHomeVisitService }) {
  const keepMonths = useCall(getSite, {}).data?.homeVisitKeepMonths;
  const { staff, draft, issues, failure, busy, sending, send } = useAsking(service);
  const { value: form } = draft;
  // Other words are another request, should the first have arrived unheard.
  const change = (part: Partial<Form>) => draft.change({ ...part, id: newId() });
  if (sending) return <Asked sending={sending} isOnBehalf={form.askedAs === 'village-staff'} />;
  const isOnBehalf = form.askedAs === 'village-staff';
  const ways: AskedAs[] = staff ? ['village-staff', 'self', 'family'] : ['self', 'family'];
  return (
    <>
      <FailureNotice failure={failure} />
      <Notice title="怎样使用这些信息">
        {whatDetailsAreFor(keepMonths).map((line) => (
          <Box key={line}>{line}</Box>
        ))}
      </Notice>
      <Card>
        <Stack>
          <Checks
            label="先看上面的说明"
            options={[{ value: 'read', label: isOnBehalf ? toldByMouth(keepMonths) : '我看过了，同意这样使用' }]}
            values={form.noticeRead ? ['read'] : []}
            onChange={(values) => change({ noticeRead: values.length > 0 })}
            error={issueAt(issues, 'noticeRead')}
          />
          <Choice<AskedAs>
            label="谁申请"
            options={ways.map((value) => ({ value, label: ASKED_AS_LABELS[value] }))}
            value={form.askedAs}
            onChange={(askedAs) => change({ askedAs })}
          />
        </Stack>
      </Card>
      <Section title="给谁办">
        <Card>
          <Stack>
            <Field
              label="老人（残疾人）姓名"
              value={form.name}
              onChange={(name) => change({ name })}
              error={issueAt(issues, 'name')}
            />
            <Field
              label="联系电话"
              kind="phone"
              optional={isOnBehalf}
              hint={isOnBehalf ? '没有电话可以不填，由您转告' : '本人或家人的都行，座机请加区号'}
              value={form.phone}
              onChange={(phone) => change({ phone })}
              error={issueAt(issues, 'phone') && '请写 11 位手机号，或带区号的座机号'}
            />
            <Select
              label="村（社区）"
              options={service.villages.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.villageId}
              onChange={(villageId) => change({ villageId })}
              error={
                issueAt(issues, 'villageId') && (form.villageId ? issueAt(issues, 'villageId') : '请选择村（社区）')
              }
            />
            <Field
              label="怎么找到家"
              hint="写组和旁边好认的东西，如：三组，大榕树往里第二家"
              maxLength={60}
              value={form.landmark}
              onChange={(landmark) => change({ landmark })}
              error={issueAt(issues, 'landmark')}
            />
            <TextArea
              label="想办什么"
              optional
              hint="一两句话；不要写身份证号"
              rows={2}
              maxLength={200}
              value={form.wish}
              onChange={(wish) => change({ wish })}
              error={issueAt(issues, 'wish')}
            />
          </Stack>
        </Card>
      </Section>
      <DaysField days={form} onChange={change} />
      {draft.savedAt ? <Box className="field-hint">{`已自动保存 ${shanghaiTime(draft.savedAt)}`}</Box> : null}
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
          提交申请
        </Button>
      </ActionBar>
    </>
  );
}
