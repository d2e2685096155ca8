import type { Accessibility, Known } from '@county/shared/service-map/accessibility';
import { ACCESSIBILITY_LABELS, knownInWords } from '@county/shared/service-map/point-facts-words';
import { Box } from '../../../ui/base/box';
import { Segmented } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import type { PartProps } from './point-form';

const ASKED = ['ramp', 'lowCounter', 'toilet', 'hearingLoop', 'parking', 'wheelchair', 'seats'] as const;
const ANSWERS = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: knownInWords(value) }));

/** What decides whether somebody in a wheelchair sets out; nothing known is said, and is not “no”. */
export function AccessibilityPart({ form, change, issue }: PartProps) {
  const { accessibility } = form;
  const put = (part: Partial<Accessibility>) => change({ accessibility: { ...accessibility, ...part } });
  return (
    <Section title="无障碍情况" about="没有看过就选“没有登记”，不要猜">
      <Card>
        <Stack>
          {ASKED.map((key) => (
            <Box key={key} className="field">
              <Box className="field-label">{ACCESSIBILITY_LABELS[key]}</Box>
              <Segmented<Known>
                label={ACCESSIBILITY_LABELS[key]}
                options={ANSWERS}
                value={accessibility[key]}
                onChange={(known) => put({ [key]: known })}
              />
            </Box>
          ))}
          <Field
            label={ACCESSIBILITY_LABELS.doorWidthCm}
            optional
            kind="number"
            hint="进门最窄处；轮椅一般要 80 厘米。没有量过就空着"
            maxLength={3}
            value={accessibility.doorWidthCm === null ? '' : String(accessibility.doorWidthCm)}
            onChange={(words) => {
              const digits = words.normalize('NFKC').replace(/\D/g, '');
              put({ doorWidthCm: digits === '' ? null : Number(digits) });
            }}
            error={issue('accessibility.doorWidthCm')}
          />
          <TextArea
            label={ACCESSIBILITY_LABELS.words}
            optional
            hint="如：东侧门有坡道，按铃有人来接"
            rows={2}
            maxLength={200}
            value={accessibility.words}
            onChange={(words) => put({ words })}
            error={issue('accessibility.words')}
          />
        </Stack>
      </Card>
    </Section>
  );
}
