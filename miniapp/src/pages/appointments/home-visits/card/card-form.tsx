import {
  ELDER_NEED_LABELS,
  ElderCardChange,
  ElderNeed,
  NewElderCard,
  type CardConsent,
  type ElderCardView,
} from '@county/shared/appointments/home-visits/elder-card';
import type { HomeVisitRequestView } from '@county/shared/appointments/home-visits/home-visit-request';
import { addElderCard, changeElderCard } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { checkInput } from '@county/shared/http/input';
import { call } from '../../../../api/call';
import { useDraft } from '../../../../api/drafts';
import { issueAt } from '../../../../api/failure';
import { useSending } from '../../../../api/use-sending';
import { CHOOSE_FIRST, Overtaken } from '../../../../components/overtaken';
import { today } from '../../../../platform/clock';
import { newId } from '../../../../platform/ids';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Checks, Choice } from '../../../../ui/choice';
import { DateField, Field } from '../../../../ui/field';
import { ActionBar, Card, Section, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';
import { BY, WAYS } from './consent-choices';
import { TurnField, type TurnForm } from './turn-field';
import { VillageField } from './village-field';

interface CardFormProps {
  card?: ElderCardView;
  request?: HomeVisitRequestView;
  onDone(card: ElderCardView): void;
}

interface Form extends TurnForm {
  id: string;
  /** What the words were begun on; null of a new card. */
  onVersion: number | null;
  villageId: string;
  name: string;
  phone: string;
  phoneOf: 'self' | 'family';
  landmark: string;
  needs: ElderNeed[];
  by: CardConsent['by'];
  way: CardConsent['way'];
  on: string;
  isAnother: boolean;
}

const NEEDS = ElderNeed.options.map((value) => ({ value, label: ELDER_NEED_LABELS[value] }));
/** Where a fault is shown. */
const SHOWN = ['name', 'isAnother', 'phone', 'villageId', 'landmark', 'turn.from', 'consent', 'consent.on'];
const PHONE_OF = [
  { value: 'self', label: '本人的' },
  { value: 'family', label: '家人的' },
] as const;

function blank({ card, request }: CardFormProps): Form {
  const known = card ?? request;
  return {
    id: newId(),
    onVersion: card?.version ?? null,
    villageId: known?.villageId ?? '',
    name: known?.name ?? '',
    phone: known?.phone ?? '',
    phoneOf: card?.phoneOf ?? (request?.askedAs === 'self' ? 'self' : 'family'),
    landmark: known?.landmark ?? '',
    needs: card?.needs ?? [],
    by: 'self',
    way: 'spoken',
    on: today(),
    isAnother: false,
    hasTurn: Boolean(card?.turn),
    every: card?.turn?.every ?? 1,
    unit: card?.turn?.unit ?? 'month',
    from: card?.turn?.from ?? today(),
  };
}

/** As little as is of use at the door. */
export function CardForm(props: CardFormProps) {
  const { card, request, onDone } = props;
  const draft = useDraft<Form>(`elder-card:${card?.id ?? request?.id ?? 'new'}`, blank(props));
  const { send, busy, issues, failure, setIssues } = useSending<ElderCardView>((saved) => {
    draft.discard();
    toast('已保存');
    onDone(saved);
  }, SHOWN);
  const { value: form } = draft;
  const change = (part: Partial<Form>) => draft.change({ ...part, id: newId() });
  const save = () => {
    const written = sending(form, props);
    if ('issues' in written) return setIssues(written.issues);
    void send(written.send());
  };
  const isOvertaken = card !== undefined && form.onVersion !== card.version;
  return (
    <>
      {isOvertaken ? (
        <Overtaken
          title="您写的时候，别人改过这张卡"
          onMine={() => change({ onVersion: card.version })}
          onTheirs={draft.discard}
        />
      ) : null}
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field label="姓名" value={form.name} onChange={(name) => change({ name })} error={issueAt(issues, 'name')} />
          {issueAt(issues, 'isAnother') || form.isAnother ? (
            <Checks
              label="已有一张像是同一个人的卡"
              options={[{ value: 'another', label: '是另一个人' }]}
              values={form.isAnother ? ['another'] : []}
              onChange={(values) => change({ isAnother: values.length > 0 })}
              error={form.isAnother ? undefined : issueAt(issues, 'isAnother')}
            />
          ) : null}
          <Field
            label="电话"
            kind="phone"
            optional
            value={form.phone}
            onChange={(phone) => change({ phone })}
            error={issueAt(issues, 'phone')}
          />
          <Choice
            label="谁的电话"
            options={PHONE_OF}
            value={form.phoneOf}
            onChange={(phoneOf) => change({ phoneOf })}
          />
          <VillageField
            value={form.villageId}
            onChange={(villageId) => change({ villageId })}
            error={issueAt(issues, 'villageId') && '请选择村（社区）'}
          />
          <Field
            label="怎么找到家"
            maxLength={60}
            value={form.landmark}
            onChange={(landmark) => change({ landmark })}
            error={issueAt(issues, 'landmark')}
          />
          <Checks<ElderNeed>
            label="要留意的"
            options={NEEDS}
            values={form.needs}
            onChange={(needs) => change({ needs })}
          />
        </Stack>
      </Card>
      <TurnField turn={form} onChange={change} error={issueAt(issues, 'turn.from')} />
      {card ? null : (
        <Section title="同意" about="说清楚：只用来上门服务，只有本单位看得到，随时可以撤回、删去">
          <Card>
            <Stack>
              <Choice label="谁同意的" options={BY} value={form.by} onChange={(by) => change({ by })} />
              <Choice label="怎样同意的" options={WAYS} value={form.way} onChange={(way) => change({ way })} />
              <DateField
                label="哪天同意的"
                max={today()}
                value={form.on}
                onChange={(on) => change({ on })}
                error={issueAt(issues, 'consent') ?? issueAt(issues, 'consent.on')}
              />
            </Stack>
          </Card>
        </Section>
      )}
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={isOvertaken ? CHOOSE_FIRST : null}
          onPress={save}
        >
          保存
        </Button>
      </ActionBar>
    </>
  );
}

/** What is wrong with the form, or the way to send it. */
function sending(form: Form, { card, request }: CardFormProps) {
  const { id, villageId, name, phoneOf, landmark, needs, hasTurn, every, unit, from, by, way, on, isAnother } = form;
  const turn = hasTurn ? { every, unit, from } : null;
  const facts = { id, villageId, name, phone: form.phone || null, phoneOf, landmark, needs, turn };
  if (card) {
    const checked = checkInput(ElderCardChange, { ...facts, onVersion: form.onVersion });
    if (!checked.valid) return { issues: checked.issues };
    return { send: () => call(changeElderCard, { params: { cardId: card.id }, body: checked.value }) };
  }
  const consent = { by, way, on };
  const checked = checkInput(NewElderCard, { ...facts, consent, requestId: request?.id ?? null, isAnother });
  if (!checked.valid) return { issues: checked.issues };
  return { send: () => call(addElderCard, { body: checked.value }) };
}
