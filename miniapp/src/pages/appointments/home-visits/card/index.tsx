import type { ElderCardView } from '@county/shared/appointments/home-visits/elder-card';
import {
  CONSENT_BY_LABELS,
  CONSENT_WAY_LABELS,
  ELDER_NEED_LABELS,
} from '@county/shared/appointments/home-visits/elder-card';
import { getHomeVisitRequest } from '@county/shared/appointments/home-visits/home-visit-routes';
import { turnInWords } from '@county/shared/appointments/home-visits/home-visit-rules';
import { getElderCard } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { dayInWords } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { callable, ring } from '../../../../platform/device';
import { replaceWith } from '../../../../platform/navigation';
import { SignInFirst } from '../../../../shell/sign-in-first';
import { Answer } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Page } from '../../../../ui/page';
import { Card, Facts, Flow, Row, Section } from '../../../../ui/surface';
import { PlanForm } from '../plan/plan-form';
import { cardPage } from '../visit-pages';
import { CardForm } from './card-form';
import { Erasing } from './erasing';

/** One person's card; without an id a new one, perhaps from a request. */
export default function CardPage() {
  const { id, requestId } = useRouter().params;
  const staff = useStaff();
  if (!staff) return <SignInFirst title="服务卡" />;
  return id ? <Kept id={id} /> : requestId ? <FromRequest requestId={requestId} /> : <New />;
}

function New() {
  return (
    <Page title="建服务卡" about="先征得本人或家人同意；只记上门用得着的">
      <CardForm onDone={(card) => void replaceWith(cardPage(card.id))} />
    </Page>
  );
}

/** What the request told is not asked again. */
function FromRequest({ requestId }: { requestId: string }) {
  const request = useCall(getHomeVisitRequest, { params: { requestId } });
  return (
    <Page title="建服务卡" about="先征得本人或家人同意；申请里写过的已经填好">
      <Answer of={request} shape="words">
        {(there) => <CardForm request={there} onDone={(card) => void replaceWith(cardPage(card.id))} />}
      </Answer>
    </Page>
  );
}

function Kept({ id }: { id: string }) {
  const card = useCall(getElderCard, { params: { cardId: id } });
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Page title={card.data?.name ?? '服务卡'} about={card.data?.villageName}>
      <Answer of={card} shape="words">
        {(there) =>
          isChanging ? (
            <CardForm
              key={there.version}
              card={there}
              onDone={(changed) => {
                card.replace(changed);
                setIsChanging(false);
              }}
            />
          ) : (
            <>
              <CardFacts card={there} onChange={() => setIsChanging(true)} />
              {there.plannedOn ? null : <PlanForm of={{ cardId: id }} onDone={() => void card.reload()} />}
              <Visits card={there} />
              <Erasing card={there} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function CardFacts({ card, onChange }: { card: ElderCardView; onChange(): void }) {
  const { phone, phoneOf, landmark, needs, turn, dueOn, plannedOn, consent, consentTakenByName } = card;
  const from = today();
  return (
    <Card>
      <Facts
        facts={[
          { name: '电话', value: phone ? `${phone}（${phoneOf === 'self' ? '本人' : '家人'}）` : '没有电话' },
          { name: '怎么找', value: landmark },
          { name: '要留意', value: needs.map((need) => ELDER_NEED_LABELS[need]).join('、') || '没有' },
          { name: '走访', value: turn ? turnInWords(turn) : '没有定期走访' },
          ...(plannedOn ? [{ name: '已排在', value: dayInWords(plannedOn, from) }] : []),
          ...(dueOn && !plannedOn ? [{ name: '下次该去', value: dayInWords(dueOn, from) }] : []),
          {
            name: '同意',
            value: `${dayInWords(consent.on, from)}，${CONSENT_BY_LABELS[consent.by]}${CONSENT_WAY_LABELS[consent.way]}同意（${consentTakenByName}记）`,
          },
        ]}
      />
      <Flow>
        {phone ? (
          <Button icon="phone" onPress={() => void ring(callable(phone))}>
            打电话
          </Button>
        ) : null}
        <Button icon="pencil" onPress={onChange}>
          修改
        </Button>
      </Flow>
    </Card>
  );
}

function Visits({ card: { visits } }: { card: ElderCardView }) {
  if (!visits.length) return null;
  return (
    <Section title="上门记录">
      <Card flush>
        {visits.map(({ id, day, what, outcome, words }) => (
          <Row
            key={id}
            title={`${dayInWords(day, today())} · ${what}`}
            about={[outcome, words].filter(Boolean).join('：')}
          />
        ))}
      </Card>
    </Section>
  );
}
