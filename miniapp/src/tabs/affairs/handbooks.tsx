import { listPublicHandbooks } from '@county/shared/service-guides/handbook-routes';
import { useList } from '../../api/use-list';
import { useKeptHandbooks } from '../../api/whole-guides';
import { withQuery } from '../../platform/navigation';
import { Card, Row, Section } from '../../ui/surface';

/** 一本通: matters of a life, each leading through the units in order. Nothing is said where there is none. */
export function Handbooks() {
  const { data } = useList(listPublicHandbooks, { query: {} });
  const kept = useKeptHandbooks();
  const shown =
    data ?? kept.map(({ id, content: { title, matter, steps } }) => ({ id, title, matter, stepCount: steps.length }));
  if (!shown.length) return null;
  return (
    <Section title="一本通" about="一件大事，跨几个部门，按顺序办">
      <Card flush>
        {shown.map(({ id, title, matter, stepCount }) => (
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
