import { noPlaceYetInWords } from '@county/shared/public-events/event-words';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { keptSignUps, stands } from '../../../api/kept-sign-ups';
import { signedPage, signUpPage } from '../../../navigation/event-pages';
import { Notice } from '../../../ui/notice';
import { Card, Row } from '../../../ui/surface';

/** Those for the event that were made or opened on this device, and by which somebody comes. */
export function useOwnSignUpsFor(eventId: string): SignUpView[] {
  const read = () => keptSignUps().filter((one) => one.eventId === eventId && stands(one));
  const [own, setOwn] = useState(read);
  useDidShow(() => setOwn(read()));
  return own;
}

interface OwnSignUpProps {
  of: readonly SignUpView[];
  eventId: string;
  /** Whether anybody may still sign up. */
  isOpen: boolean;
}

/** 您报过了: nobody signs up a second time because the page did not say so. */
export function OwnSignUp({ of, eventId, isOpen }: OwnSignUpProps) {
  if (!of.length) return null;
  const without = of.map(({ attendees }) => noPlaceYetInWords(attendees)).find(Boolean);
  return (
    <>
      {without ? (
        <Notice kind="warn" title={`您报过了，${without}`} />
      ) : (
        <Notice kind="success" title="您报过了，报上了" />
      )}
      <Card flush>
        {of.map((one) => (
          <Row
            key={one.id}
            icon="calendar-check"
            title={namesOf(one)}
            about="看报名号，退出也在这里"
            to={signedPage(one.id, one.key)}
          />
        ))}
        {isOpen ? <Row icon="user-plus" title="替别人报名" to={signUpPage(eventId)} /> : null}
      </Card>
    </>
  );
}

const namesOf = ({ attendees }: SignUpView): string =>
  attendees
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ name }) => name)
    .join('、');
