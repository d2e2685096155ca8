import type { Known } from '@county/shared/service-map/accessibility';
import { accessFacts, suits, suitsInWords, type AccessAnswer } from '@county/shared/service-map/accessibility-rules';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import type { IconName } from '../../../ui/icon-name';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';

const KNOWN = {
  yes: ['pine', 'circle-check'],
  no: ['cinnabar', 'circle-minus'],
  unknown: ['stone', 'circle-help'],
} as const satisfies Record<Known, readonly [Tone, IconName]>;

const ANSWERS = {
  suits: KNOWN.yes,
  'does-not': KNOWN.no,
  unknown: ['amber', 'circle-help'],
} as const satisfies Record<AccessAnswer['answer'], readonly [Tone, IconName]>;

/** How to get in, for somebody who cannot climb, see or hear well; what nobody has looked at is said to be unknown. */
export function HowToGetIn({ point: { accessibility, languages } }: { point: PublicPoint }) {
  const [all, setAll] = useState(false);
  const [tone, icon] = ANSWERS[suits(accessibility, 'wheelchair').answer];
  const facts = accessFacts(accessibility).map(({ key, label, known, words }) => {
    const [factTone, factIcon] = KNOWN[known];
    const value = (
      <Tag tone={factTone} icon={factIcon}>
        {words}
      </Tag>
    );
    return { key, name: label, value };
  });
  return (
    <Section title="怎样进门">
      <Card>
        <Stack>
          {accessibility.words ? <Box>{accessibility.words}</Box> : null}
          <Flow>
            <Tag tone={tone} icon={icon}>
              {suitsInWords(accessibility, 'wheelchair')}
            </Tag>
          </Flow>
          {languages.length ? <Box>{`可以说：${languages.join('、')}`}</Box> : null}
          {all ? (
            <Facts facts={facts} />
          ) : (
            <Button kind="quiet" icon="accessibility" onPress={() => setAll(true)}>
              看坡道、门宽、卫生间等全部情况
            </Button>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
