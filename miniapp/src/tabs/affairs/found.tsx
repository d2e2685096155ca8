import { listPublicGuides } from '@county/shared/service-guides/service-guide-routes';
import { useKeptGuides } from '../../api/kept-guides';
import { useList } from '../../api/use-list';
import { GuideRow } from '../../components/guide-row';
import { goTo } from '../../platform/navigation';
import { ring } from '../../platform/device';
import { ListAnswer } from '../../ui/answer';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { Card, Flow, Section } from '../../ui/surface';
import { findKeptGuides } from './find-kept-guides';

const HOTLINE = '12345';

/** Guides found by everyday words: by the server, and among those kept on this device when it cannot be asked. */
export function Found({ words }: { words: string }) {
  const found = useList(listPublicGuides, { query: { words } });
  const kept = useKeptGuides((state) => state.guides);
  const unreachable = found.failure?.kind === 'offline' || found.failure?.kind === 'timed-out';
  if (unreachable && !found.data && kept) {
    const guides = findKeptGuides(kept, words);
    return (
      <Section title={`“${words}”`}>
        <Notice kind="warn" title="没有连上网络，在存下的指南里查找" />
        {guides.length ? (
          <Card flush>
            {guides.map((guide) => (
              <GuideRow key={guide.id} guide={guide} />
            ))}
          </Card>
        ) : (
          <NothingFound />
        )}
      </Section>
    );
  }
  return (
    <Section title={`“${words}”`}>
      <ListAnswer of={found} empty={<NothingFound />}>
        {(guides) => (
          <Card flush>
            {guides.map((guide) => (
              <GuideRow key={guide.id} guide={guide} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Section>
  );
}

function NothingFound() {
  return (
    <Card>
      <EmptyState
        icon="search"
        title="没有找到"
        action={
          <Flow>
            <Button icon="phone" onPress={() => void ring(HOTLINE)}>
              {`拨打 ${HOTLINE}`}
            </Button>
            <Button
              icon="message-square-text"
              href="/pages/complaints/new/index"
              onPress={() => void goTo('/pages/complaints/new/index')}
            >
              告诉我们缺什么
            </Button>
          </Flow>
        }
      >
        请换个说法，写短一些，如“上户口”“开店”；也可以打电话问。
      </EmptyState>
    </Card>
  );
}
