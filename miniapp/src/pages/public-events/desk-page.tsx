import { getEvent } from '@county/shared/public-events/event-desk-routes';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useStaff } from '../../api/session';
import { useCall } from '../../api/use-call';
import { isNotThere, NotThere } from '../../components/not-there';
import { EVENTS_PAGE } from '../../navigation/event-pages';
import { SignInFirst } from '../../shell/sign-in-first';
import { Answer } from '../../ui/answer';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Card } from '../../ui/surface';

/** An event as its organiser deals with those who come. */
export interface AtDesk {
  /** How it stands, with its places counted at this moment. */
  event: PublicEventDraft;
  /** What everybody was told: times and groups hold as they were published, not as somebody is rewriting them. */
  shown: PublicEvent;
  reload(): void;
  replace(event: PublicEventDraft): void;
}

interface DeskPageProps {
  title: string;
  wide?: boolean;
  children(desk: AtDesk): ReactNode;
}

/** The frame of the organiser's pages on one event: who may, what is not there, and what was not published yet. */
export function DeskPage({ title, wide, children }: DeskPageProps) {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const asked = useCall(getEvent, staff && id ? { params: { eventId: id } } : null);
  const isPublished = asked.data !== undefined && asked.data.publishedVersion !== null;
  const shown = useCall(getPublicEvent, isPublished ? { params: { eventId: id } } : null);
  if (!staff) return <SignInFirst title={title} />;
  if (!id || isNotThere(asked.failure))
    return (
      <NotThere
        title={title}
        what="您单位的这个活动"
        failure={asked.failure}
        way={
          <Button icon="calendar-days" href={EVENTS_PAGE}>
            看活动
          </Button>
        }
      />
    );
  return (
    <Page title={title} about={asked.data?.content.title} wide={wide}>
      <Answer of={asked}>
        {(event) => {
          const may = canServeEvent(event.unitId, staff);
          if (!may.allowed) return <NotNow title="您不办理这个活动">{may.reason}</NotNow>;
          if (!isPublished) return <NotNow title="通知还没有公开">通知审查公开以后，才有报名和签到。</NotNow>;
          return (
            <Answer of={shown}>
              {(told) =>
                children({
                  event,
                  shown: told,
                  reload: () => void asked.reload(),
                  replace: asked.replace,
                })
              }
            </Answer>
          );
        }}
      </Answer>
    </Page>
  );
}

/** In the place of what cannot be done here, with the reason. */
export function NotNow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <EmptyState icon="calendar-days" title={title}>
        {children}
      </EmptyState>
    </Card>
  );
}
