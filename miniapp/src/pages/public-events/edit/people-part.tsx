import { MOST_SEATS } from '@county/shared/public-events/event-content';
import { faultAt } from '../../../components/content-faults';
import { MovedRows } from '../../../components/moved-rows';
import { newId } from '../../../platform/ids';
import { Field } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { freshGroup } from './event-form';
import type { FormPart } from './form-parts';

const MOST = 10;

/** Who may join, and how many of each. */
export function PeoplePart({ form, write, issues }: FormPart) {
  return (
    <MovedRows
      what="参加对象"
      counted="类"
      items={form.groups}
      onChange={(groups) => write({ groups })}
      fresh={() => freshGroup(newId())}
      most={MOST}
      error={faultAt(issues, 'groups')}
    >
      {(group, index, change) => {
        const fault = (field: string) => faultAt(issues, `groups.${index}.${field}`);
        return (
          <>
            <Field
              label="谁可以来"
              hint="例如 居民、人大代表、企业"
              maxLength={20}
              value={group.name}
              onChange={(name) => change({ name })}
              error={fault('name')}
            />
            <Field
              label="参加条件"
              hint="例如 本县年满 18 周岁的居民"
              optional
              maxLength={100}
              value={group.who}
              onChange={(who) => change({ who })}
              error={fault('who')}
            />
            {form.takesSignUps ? (
              <Stepper
                label="每场名额"
                unit="人"
                max={MOST_SEATS}
                value={group.seats}
                onChange={(seats) => change({ seats })}
                error={fault('seats')}
              />
            ) : null}
          </>
        );
      }}
    </MovedRows>
  );
}
