import { dayInWords } from '@county/shared/calendar/day';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { faultsIn } from '../../../components/content-faults';
import { Part } from '../../../components/form-part';
import { today } from '../../../platform/clock';
import { AttachmentsPart } from './attachments-part';
import { BasicsPart } from './basics-part';
import { ContactPart } from './contact-part';
import { HearingPart } from './hearing-part';
import { PeoplePart } from './people-part';
import { PlacePart } from './place-part';
import { SessionsPart } from './sessions-part';
import { SignUpPart } from './sign-up-part';
import type { FormPart } from './form-parts';

interface PartsProps extends FormPart {
  isNew: boolean;
  /** Addresses of the attachments that are stored, by their ids. */
  urls: Readonly<Record<string, string>>;
}

/** The form part by part, in the order in which an office plans an event. */
export function Parts({ isNew, urls, ...part }: PartsProps) {
  const { form, issues } = part;
  const faults = (...fields: string[]) => faultsIn(issues, ...fields);
  const [first] = form.sessions;
  return (
    <>
      <Part
        title="一、办什么"
        about={form.kind ? `${EVENT_KIND_LABELS[form.kind]} · ${form.title || '还没有主题'}` : '类型、主题、内容'}
        faults={faults('unitId', 'planItemId', 'kind', 'title', 'subject', 'intro')}
        begunOpen={isNew}
      >
        <BasicsPart {...part} isNew={isNew} />
      </Part>
      <Part
        title="二、什么时候"
        about={
          first?.day
            ? `${dayInWords(first.day, today())}${form.sessions.length > 1 ? ` 等 ${form.sessions.length} 场` : ''}`
            : '场次和活动安排'
        }
        faults={faults('sessions', 'programme')}
      >
        <SessionsPart {...part} />
      </Part>
      <Part title="三、在哪里" about={form.placeWords || '服务点，或地图上的位置'} faults={faults('place')}>
        <PlacePart {...part} />
      </Part>
      <Part
        title="四、谁可以来"
        about={
          form.groups
            .map(({ name }) => name)
            .filter(Boolean)
            .join('、') || '参加对象和名额'
        }
        faults={faults('groups')}
      >
        <PeoplePart {...part} />
      </Part>
      <Part
        title="五、怎么报名"
        about={
          form.takesSignUps
            ? form.closesDay
              ? `${dayInWords(form.closesDay, today())} ${form.closesTime} 截止`
              : '从什么时候到什么时候'
            : '不用报名'
        }
        faults={faults('signUp')}
      >
        <SignUpPart {...part} />
      </Part>
      {form.kind === 'hearing' ? (
        <Part title="听证安排" about="材料送达、发言时间、纪律" faults={faults('hearing')} begunOpen={isNew}>
          <HearingPart {...part} />
        </Part>
      ) : null}
      <Part
        title="六、联系人和注意事项"
        about={form.contact.name || '联系人、带什么、无障碍、直播'}
        faults={faults('contact', 'bring', 'accessibility', 'streamUrl')}
      >
        <ContactPart {...part} />
      </Part>
      <Part
        title="七、附件"
        about={form.attachments.length ? `${form.attachments.length} 个` : '没有可以不加'}
        faults={faults('attachments')}
      >
        <AttachmentsPart {...part} urls={urls} />
      </Part>
    </>
  );
}
