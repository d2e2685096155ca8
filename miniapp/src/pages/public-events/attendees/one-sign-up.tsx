import { codeInWords } from '@county/shared/people/receipt-code';
import type { EventGroup, EventSession } from '@county/shared/public-events/event-content';
import {
  ATTENDEE_STATE_LABELS,
  SIGN_UP_VIA_LABELS,
  sessionInWords,
  waitingInWords,
} from '@county/shared/public-events/event-words';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { staffSignUpPage } from '../../../navigation/event-desk-pages';
import { today } from '../../../platform/clock';
import { Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { AttendeeTag } from '../signed/attendee-tag';

interface OneSignUpProps {
  signUp: StaffSignUpView;
  sessions: readonly EventSession[];
  groups: readonly EventGroup[];
}

/** Those who signed up together, each with how they stand where they stand apart. */
export function OneSignUp({ signUp, sessions, groups }: OneSignUpProps) {
  const { id, attendees, contactName, phone, code, via, sessionKey, groupKey, toBeRungAbout } = signUp;
  const states = new Set(attendees.map(({ state }) => state));
  const [only] = states;
  const session = sessions.find(({ key }) => key === sessionKey);
  const names = attendees.map(({ name, state }) =>
    states.size > 1 ? `${name}（${ATTENDEE_STATE_LABELS[state]}）` : name,
  );
  const places = attendees.flatMap(({ name, waitingPlace, number, state }) => {
    const who = attendees.length > 1 ? name : '';
    if (waitingPlace !== null) return [`${who}${waitingInWords(waitingPlace)}`];
    return state === 'entered' ? [`${who}抽签编号 ${number}`] : [];
  });
  const isForOthers = contactName !== null && !attendees.some(({ name }) => name === contactName);
  return (
    <Row
      title={names.join('、')}
      about={[
        ...places,
        phone ?? '没有留手机号',
        isForOthers ? `${contactName} 代报` : '',
        sessions.length > 1 && session ? sessionInWords(session, today()) : '',
        groups.length > 1 ? (groups.find(({ key }) => key === groupKey)?.name ?? '') : '',
        code ? codeInWords(code) : '',
        SIGN_UP_VIA_LABELS[via],
      ]
        .filter(Boolean)
        .join(' · ')}
      foot={
        toBeRungAbout === null ? undefined : (
          <Tag tone="amber" icon="phone">
            要打电话告知变动
          </Tag>
        )
      }
      end={states.size === 1 && only ? <AttendeeTag state={only} /> : undefined}
      to={staffSignUpPage(id)}
    />
  );
}
