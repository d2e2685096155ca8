import { listPublicHandbooks } from '@county/shared/service-guides/handbook-routes';
import { useList } from '../../api/use-list';
import { useKeptHandbooks } from '../../api/whole-guides';
import { withQuery } from '../../platform/navigation';
import { Card, Row, Section } from '../../ui/surface';
import { findHandbooks, type ListedHandbook } from './find-kept-guides';

/** As the server has them now; without it, as they are kept on this device. */
function useHandbooks(): readonly ListedHandbook[] {
  const { data } = useList(listPublicHandbooks, { query: {} });
  const kept = useKeptHandbooks();
  return (
    data ?? kept.map(({ id, content: { title, matter, steps } }) => ({ id, title, matter, stepCount: steps.length }))
  );
}

/** 一本通: matters of a life, each leading through the units in order. Nothing is said where there is none. */
export function Handbooks() {
  return <Listed handbooks={useHandbooks()} about="一件大事，跨几个部门，按顺序办" />;
}

/** Those that somebody's words mean, before the guides for single steps. */
export function FoundHandbooks({ words }: { words: string }) {
  return <Listed handbooks={findHandbooks(useHandbooks(), words)} about="这件大事怎么一步步办" />;
}

function Listed({ handbooks, about }: { handbooks: readonly ListedHandbook[]; about: string }) {
  if (!handbooks.length) return null;
  return (
    <Section title="一本通" about={about}>
      <Card flush>
        {handbooks.map(({ id, title, matter, stepCount }) => (
          <Row
            key={id}
            icon="list-checks"
            title={matter}
            about={`${title} · ${stepCount} 步`}
            to={withQuery('/pages/service-guides/handbook/index', { id })}
          />
        ))}
      </Card>
    </Section>
  );
}
