import { noPlaceYetInWords, sessionInWords } from '@county/shared/public-events/event-words';
import { listOwnSignUps } from '@county/shared/public-events/sign-up-routes';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keepSignUp, keptSignUps } from '../../api/kept-sign-ups';
import { useSession } from '../../api/session';
import { useCall } from '../../api/use-call';
import { signedPage } from '../../navigation/event-pages';
import { today } from '../../platform/clock';
import { Card, Row, Section } from '../../ui/surface';

/** Those kept on this device and those of the WeChat account that are still to come. */
export function OwnSignUps() {
  const [kept, setKept] = useState(keptSignUps);
  const refresh = () => setKept(keptSignUps());
  useDidShow(refresh);
  const isWechat = useSession(({ token, way }) => Boolean(token) && way === 'wechat');
  const own = useCall(listOwnSignUps, isWechat ? { query: { limit: 50 } } : null);
  useEffect(() => {
    own.data?.items.forEach(keepSignUp);
    refresh();
  }, [own.data]);
  const ahead = kept.filter(
    ({ session, attendees, cancelledReason }) =>
      session.day >= today() && cancelledReason === null && attendees.some(({ state }) => state !== 'withdrawn'),
  );
  if (!ahead.length) return null;
  return (
    <Section title="我报了名的">
      <Card flush>
        {ahead.map((one) => (
          <Row
            key={one.id}
            icon="calendar-check"
            title={one.title}
            about={[noPlaceYetInWords(one.attendees), sessionInWords(one.session, today())].filter(Boolean).join(' · ')}
            to={signedPage(one.id, one.key)}
          />
        ))}
      </Card>
    </Section>
  );
}
