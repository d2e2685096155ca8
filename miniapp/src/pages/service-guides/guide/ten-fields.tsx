import { tenFields } from '@county/shared/service-guides/guide-in-words';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { Box } from '../../../ui/base/box';
import { Card, Facts, Section } from '../../../ui/surface';
import { Lines } from '../../../components/lines';

/** Who may have it done. */
export function Conditions({ guide: { content } }: { guide: PublicGuide }) {
  if (!content.conditions.length) return null;
  return (
    <Section title="谁能办">
      <Card>
        <Numbered items={content.conditions.map((words) => ({ name: words, words: '' }))} />
      </Card>
    </Section>
  );
}

export function Steps({ guide: { content } }: { guide: PublicGuide }) {
  return (
    <Section title="怎么办">
      <Card>
        <Numbered items={content.steps} />
      </Card>
    </Section>
  );
}

function Numbered({ items }: { items: readonly { name: string; words: string }[] }) {
  return (
    <Box as="ol" className="steps">
      {items.map(({ name, words }, index) => (
        <Box as="li" key={`${index} ${name}`} className="guide-step">
          <Box as="span" className="guide-step-number">
            {String(index + 1)}
          </Box>
          <Box className="guide-step-words">
            <Box className={words ? 'row-title' : ''}>{name}</Box>
            {words ? <Box className="row-about">{words}</Box> : null}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The guide as the county's annex demands it, field by field. */
export function TenFields({ guide }: { guide: PublicGuide }) {
  const units = { accepting: guide.acceptingUnitName, deciding: guide.decidingUnitName };
  return (
    <Section title="完整指南" about="按县里规定的十项，全文公开">
      <Card>
        <Facts
          facts={tenFields(guide.content, units).map(({ label, lines }) => ({
            name: label,
            value: <Lines lines={lines} />,
          }))}
        />
      </Card>
    </Section>
  );
}
