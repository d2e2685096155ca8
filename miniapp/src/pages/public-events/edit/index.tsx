import type { EventContent } from '@county/shared/public-events/event-content';
import { EventKind } from '@county/shared/public-events/event-content';
import { addEvent, changeEvent, getEvent, proposeEvent } from '@county/shared/public-events/event-desk-routes';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { useRouter } from '@tarojs/taro';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { WritingForm } from '../../../components/writing-form';
import { decoded } from '../../../navigation/guide-pages';
import { now, today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Page } from '../../../ui/page';
import { checkForm, emptyForm, formOf, type EventForm } from './event-form';
import { Parts } from './parts';

/**
 * A notice is written, or changed: what is public stays until the change has been reviewed. `item`, `kind` and `title`
 * begin a new one of an item of the year's plan.
 */
export default function EditEventPage() {
  const staff = useStaff();
  const { params } = useRouter();
  const eventId = params.id ?? '';
  const event = useCall(getEvent, staff && eventId ? { params: { eventId } } : null);
  if (!staff) return <SignInFirst title="活动通知" />;
  if (!eventId) {
    const unit = staff.unitId ? { unitId: staff.unitId, unitName: staff.unitName ?? '' } : null;
    const begun = {
      ...emptyForm(unit, today(), newId),
      planItemId: params.item ?? null,
      kind: EventKind.safeParse(params.kind).data ?? null,
      title: decoded(params.title ?? ''),
    };
    return (
      <Page title="新办一次活动" about="写到一半会自动存在这台设备上">
        <Writing draftKey={`public-event:new${params.item ? `:${params.item}` : ''}`} begun={begun} event={undefined} />
      </Page>
    );
  }
  return (
    <Page title={event.data?.content.title ?? '修改活动通知'} about="群众看到的不变，审查通过后才换成新的">
      <Answer of={event} shape="words">
        {(shown) => (
          <Writing
            key={shown.revision}
            draftKey={`public-event:${shown.id}`}
            begun={formOf(shown, today(), newId)}
            event={shown}
          />
        )}
      </Answer>
    </Page>
  );
}

interface WritingProps {
  draftKey: string;
  begun: EventForm;
  /** The event being changed; none for a new one. */
  event: PublicEventDraft | undefined;
}

function Writing({ draftKey, begun, event }: WritingProps) {
  const save = ({ id, changeId, onRevision, unit, planItemId }: EventForm, content: EventContent) =>
    event
      ? call(changeEvent, { params: { eventId: id }, body: { id: changeId, onRevision, content } })
      : call(addEvent, { body: { id, unitId: unit!.unitId, content, planItemId } });
  return (
    <WritingForm<EventForm, EventContent>
      draftKey={draftKey}
      begun={begun}
      saved={event}
      check={(form, thenPropose) => checkForm(form, now(), thenPropose, event?.publicContent ?? null)}
      save={save}
      propose={(eventId, onRevision) => call(proposeEvent, { params: { eventId }, body: { onRevision } })}
      reviewPage="/pages/public-events/manage/index"
    >
      {(form, write, issues) => (
        <Parts form={form} write={write} issues={issues} isNew={!event} urls={event?.attachmentUrls ?? {}} />
      )}
    </WritingForm>
  );
}
