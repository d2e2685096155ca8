import { ASKED_AS_LABELS, type HomeVisitRequestView } from '@county/shared/appointments/home-visits/home-visit-request';
import { getHomeVisitRequest } from '@county/shared/appointments/home-visits/home-visit-routes';
import { daysInWords } from '@county/shared/appointments/home-visits/home-visit-words';
import { useElderCard } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { dayInWords } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call';
import type { Failure } from '../../../../api/failure';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { callable, ring } from '../../../../platform/device';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import { Page } from '../../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../../ui/surface';
import { PlanForm } from '../plan/plan-form';
import { cardPage, newCardPage, planPage } from '../visit-pages';
import { VisitState, VisitSteps } from '../visit-state';
import { Decision } from './decision';

/** 一件上门申请: who, where, what; accepted, declined with a way out, or passed on; then onto a day. */
export default function TriagePage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const request = useCall(getHomeVisitRequest, staff ? { params: { requestId: id } } : null);
  if (!staff) return <SignInFirst title="一件上门申请" />;
  return (
    <Page title={request.data?.serviceName ?? '一件上门申请'} about={request.data && `申请号 ${request.data.number}`}>
      <Answer of={request} shape="words">
        {(there) => (
          <>
            <Door request={there} />
            <OwnCard request={there} onDone={() => void request.reload()} />
            {there.state === 'asked' || there.state === 'accepted' ? (
              <Decision request={there} onDone={() => void request.reload()} />
            ) : null}
            {there.state === 'accepted' ? (
              <PlanForm
                of={{ requestId: id }}
                day={there.followUpOn ?? undefined}
                onDone={() => void request.reload()}
              />
            ) : null}
            {there.visitOn && (there.state === 'planned' || there.state === 'on-the-way') ? (
              <Button kind="primary" icon="calendar-days" href={planPage(there.visitOn)}>
                看这天的安排
              </Button>
            ) : null}
            <VisitSteps steps={there.steps} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Door({ request }: { request: HomeVisitRequestView }) {
  const { state, name, phone, villageName, landmark, wish, askedAs, askedByName, visitOn, visitorName } = request;
  const by = askedByName ? `${ASKED_AS_LABELS[askedAs]}（${askedByName}）` : ASKED_AS_LABELS[askedAs];
  return (
    <Card>
      <Stack>
        <Flow>
          <VisitState state={state} />
        </Flow>
        {name === null ? (
          <Notice title="个人信息已按期删去，只留办理情况" />
        ) : (
          <Facts
            facts={[
              { name: '姓名', value: name },
              { name: '电话', value: phone ?? '没有电话，请村（社区）转告' },
              { name: '住处', value: `${villageName}，${landmark ?? ''}` },
              { name: '想办什么', value: wish || '没有另外说明' },
              { name: '哪几天方便', value: daysInWords(request, today()) },
              { name: '谁申请', value: by },
              ...(visitOn
                ? [{ name: '哪天上门', value: `${dayInWords(visitOn, today())}，${visitorName ?? ''}` }]
                : []),
            ]}
          />
        )}
        {phone ? (
          <Flow>
            <Button icon="phone" onPress={() => void ring(callable(phone))}>
              打电话
            </Button>
          </Flow>
        ) : null}
      </Stack>
    </Card>
  );
}

/** One card per person: the one that is there, the one that is likely theirs, or a new one. */
function OwnCard({ request, onDone }: { request: HomeVisitRequestView; onDone(): void }) {
  const { id, cardId, likelyCardIds, name } = request;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (name === null) return null;
  const use = async (likely: string) => {
    setBusy(true);
    const answer = await call(useElderCard, { params: { cardId: likely }, body: { requestId: id } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onDone();
  };
  const [likely] = likelyCardIds;
  return (
    <>
      <FailureNotice failure={failure} />
      {cardId ? (
        <Flow>
          <Button icon="user-round" href={cardPage(cardId)}>
            看服务卡
          </Button>
        </Flow>
      ) : likely ? (
        <Notice
          title="本单位已有一张像是同一个人的服务卡"
          action={
            <Flow>
              <Button href={cardPage(likely)}>看那张卡</Button>
              <Button icon="check" busy={busy} onPress={() => void use(likely)}>
                是同一个人，用这张
              </Button>
            </Flow>
          }
        >
          同一个村，姓名或电话相同。用上就不用再问一遍。
        </Notice>
      ) : (
        <Flow>
          <Button kind="quiet" icon="user-plus" href={newCardPage(id)}>
            本人同意的，建一张服务卡
          </Button>
        </Flow>
      )}
    </>
  );
}
