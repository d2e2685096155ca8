import { noPlaceYetInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { stands } from '../api/kept-sign-ups';
import { signedPage } from '../navigation/event-pages';
import { today } from '../platform/clock';
import { Card, Row, Section } from '../ui/surface';

/** Own sign-ups, each leading to its page; whoever has no place yet sees it first. */
export function SignUpRows({ title, of }: { title: string; of: readonly SignUpView[] }) {
  return (
    <Section title={title}>
      <Card flush>
        {of.map((one) => (
          <Row
            key={one.id}
            icon="calendar-check"
            title={one.title}
            about={[standing(one), sessionInWords(one.session, today())].filter(Boolean).join(' · ')}
            to={signedPage(one.id, one.key)}
          />
        ))}
      </Card>
    </Section>
  );
}

function standing(signUp: SignUpView): string {
  const { session, attendees, cancelledReason } = signUp;
  if (cancelledReason !== null) return '活动取消了';
  if (session.day < today()) return '已经过去';
  return stands(signUp) ? noPlaceYetInWords(attendees) : '已退出';
}
