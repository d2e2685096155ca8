import type { FieldIssue } from '@county/shared/http/problem';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { useStaff } from '../../../api/session';
import { Switch } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { GuideField } from './guide-field';
import { Card, Facts, Section, Stack } from '../../../ui/surface';
import { faultAt, faultWithin } from '../../../components/content-faults';
import { MovedRows } from '../../../components/moved-rows';
import { OneUnit } from '../one-unit';
import { freshStep, type FormStep, type HandbookForm } from './handbook-form';

interface FieldsProps {
  form: HandbookForm;
  write(part: Partial<HandbookForm>): void;
  issues: readonly FieldIssue[];
  /** Public guides, out of which the steps are made. */
  guides: readonly PublicGuideSummary[];
  isNew: boolean;
}

const MOST_STEPS = 20;

export function HandbookFields({ form, write, issues, guides, isNew }: FieldsProps) {
  const staff = useStaff();
  return (
    <>
      <Card>
        <Stack>
          {isNew && staff?.role !== 'officer' ? (
            <OneUnit
              label="编写单位"
              unit={form.unit}
              onChange={(unit) => write({ unit })}
              error={faultAt(issues, 'unitId')}
            />
          ) : (
            <Facts facts={[{ name: '编写单位', value: form.unit?.unitName ?? '—' }]} />
          )}
          <Field
            label="人生大事"
            hint="群众怎么说，例如 孩子出生了"
            maxLength={40}
            value={form.matter}
            onChange={(matter) => write({ matter })}
            error={faultAt(issues, 'matter')}
          />
          <Field
            label="一本通名称"
            maxLength={60}
            value={form.title}
            onChange={(title) => write({ title })}
            error={faultAt(issues, 'title')}
          />
          <TextArea
            label="说明"
            optional
            rows={3}
            maxLength={400}
            value={form.intro}
            onChange={(intro) => write({ intro })}
            error={faultAt(issues, 'intro')}
          />
          <TextArea
            label="只交一次的材料"
            optional
            hint="第一次交了，后面几步共用；一行一样"
            rows={3}
            value={form.submittedOnce}
            onChange={(submittedOnce) => write({ submittedOnce })}
            error={faultWithin(issues, 'submittedOnce')}
          />
        </Stack>
      </Card>
      <Section title="步骤" about="只能选已经公开的办事指南">
        <Card>
          <MovedRows<FormStep>
            what="步骤"
            counted="步"
            items={form.steps}
            onChange={(steps) => write({ steps })}
            fresh={freshStep}
            most={MOST_STEPS}
            error={faultAt(issues, 'steps')}
          >
            {(step, index, change) => (
              <>
                <GuideField
                  guideId={step.guideId}
                  guides={guides}
                  onChange={(guideId) => change({ guideId })}
                  error={faultAt(issues, `steps.${index}.guideId`) ?? faultAt(issues, `steps.${index}`)}
                />
                <TextArea
                  label="这一步要注意"
                  optional
                  rows={2}
                  maxLength={200}
                  value={step.note}
                  onChange={(note) => change({ note })}
                  error={faultAt(issues, `steps.${index}.note`)}
                />
                {index > 0 ? (
                  <Switch
                    label="可与上一步同时办"
                    value={step.isParallel}
                    onChange={(isParallel) => change({ isParallel })}
                  />
                ) : null}
              </>
            )}
          </MovedRows>
        </Card>
      </Section>
    </>
  );
}
