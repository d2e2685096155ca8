import {
  changeHomeVisitService,
  listHomeVisitServices,
  offerHomeVisitService,
} from '@county/shared/appointments/home-visits/home-visit-routes';
import {
  HomeVisitServiceChange,
  NewHomeVisitService,
  type HomeVisitServiceView,
} from '@county/shared/appointments/home-visits/home-visit-service';
import { checkInput } from '@county/shared/http/input';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { useDraft } from '../../../../api/drafts';
import { issueAt } from '../../../../api/failure';
import { useStaff } from '../../../../api/session';
import { useList } from '../../../../api/use-list';
import { useSending } from '../../../../api/use-sending';
import { NotThere } from '../../../../components/not-there';
import { CHOOSE_FIRST, Overtaken } from '../../../../components/overtaken';
import { newId } from '../../../../platform/ids';
import { goBack } from '../../../../platform/navigation';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { FailureNotice, ListAnswer } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Checks } from '../../../../ui/choice';
import { Field, TextArea } from '../../../../ui/field';
import { Page } from '../../../../ui/page';
import { ActionBar, Card, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';
import { useVillages } from '../use-villages';
import { Stop } from './stop';

/** One thing done at people's homes: a new one, or an earlier one changed. */
export default function OfferPage() {
  const staff = useStaff();
  const { id } = useRouter().params;
  const services = useList(listHomeVisitServices, staff && id ? { query: { limit: 100 } } : null);
  if (!staff) return <SignInFirst title="上门服务事项" />;
  if (!id)
    return (
      <Page title="新增上门服务事项">
        <Form service={undefined} unitId={staff.unitId ?? ''} />
      </Page>
    );
  const service = services.data?.find((one) => one.id === id);
  if (services.data && !service) return <NotThere title="上门服务事项" what="这个事项" failure={undefined} />;
  return (
    <Page title={service?.name ?? '上门服务事项'} about={service?.unitName}>
      <ListAnswer of={services} empty={null}>
        {() => (service ? <Form key={service.version} service={service} unitId={service.unitId} /> : null)}
      </ListAnswer>
    </Page>
  );
}

function Form({ service, unitId }: { service: HomeVisitServiceView | undefined; unitId: string }) {
  const [first] = useState(() => ({
    id: newId(),
    onVersion: service?.version ?? null,
    name: service?.name ?? '',
    forWhom: service?.forWhom ?? '',
    needed: service?.needed ?? '',
    course: service?.course ?? '',
    villageIds: service?.villageIds ?? ([] as string[]),
  }));
  const draft = useDraft(`home-visit-service:${service?.id ?? 'new'}`, first);
  const form = draft.value;
  // Other words are another act, should the first have arrived unheard.
  const change = (part: Partial<typeof form>) => draft.change({ ...part, id: newId() });
  const isOvertaken = service !== undefined && form.onVersion !== service.version;
  const { send, busy, issues, failure, setIssues } = useSending<HomeVisitServiceView>(() => {
    draft.discard();
    toast('已保存，群众马上看得到');
    void goBack();
  }, ['name', 'forWhom', 'needed', 'course', 'villageIds']);
  const villages = useVillages(unitId);

  const save = () => {
    const { onVersion, ...words } = form;
    if (service) {
      const checked = checkInput(HomeVisitServiceChange, { ...words, onVersion });
      if (!checked.valid) return setIssues(checked.issues);
      return void send(call(changeHomeVisitService, { params: { serviceId: service.id }, body: checked.value }));
    }
    const checked = checkInput(NewHomeVisitService, { ...words, unitId });
    if (!checked.valid) return setIssues(checked.issues);
    void send(call(offerHomeVisitService, { body: checked.value }));
  };
  return (
    <>
      {isOvertaken ? (
        <Overtaken
          title="您写的时候，别人改过这个事项"
          onMine={() => change({ onVersion: service.version })}
          onTheirs={draft.discard}
        />
      ) : null}
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field
            label="事项名称"
            hint="用群众的说法，如：养老资格认证上门"
            value={form.name}
            onChange={(name) => change({ name })}
            error={issueAt(issues, 'name')}
          />
          <Field
            label="服务对象"
            hint="如：出不了门的老人、残疾人"
            value={form.forWhom}
            onChange={(forWhom) => change({ forWhom })}
            error={issueAt(issues, 'forWhom')}
          />
          <TextArea
            label="要准备什么"
            optional
            value={form.needed}
            onChange={(needed) => change({ needed })}
            maxLength={200}
            error={issueAt(issues, 'needed')}
          />
          <TextArea
            label="服务流程"
            optional
            value={form.course}
            onChange={(course) => change({ course })}
            maxLength={300}
            error={issueAt(issues, 'course')}
          />
          <Checks
            label="服务哪些村（社区）"
            options={villages}
            values={form.villageIds}
            onChange={(villageIds) => change({ villageIds: [...villageIds] })}
            error={issueAt(issues, 'villageIds')}
          />
        </Stack>
      </Card>
      {service && service.withdrawnReason === null ? <Stop service={service} /> : null}
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={isOvertaken ? CHOOSE_FIRST : null}
          onPress={save}
        >
          保存，马上公开
        </Button>
      </ActionBar>
    </>
  );
}
