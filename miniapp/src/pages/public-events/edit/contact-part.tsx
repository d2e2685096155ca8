import { ContactFields } from '../../../components/contact-fields';
import { faultAt } from '../../../components/content-faults';
import { Field } from '../../../ui/field';
import type { FormPart } from './form-parts';

/** Whom one rings, what one brings, how one gets in, and where one watches from home. */
export function ContactPart({ form, write, issues }: FormPart) {
  return (
    <>
      <ContactFields
        who="联系人"
        phoneLabel="联系电话"
        hint="说得清这次活动的人"
        contact={form.contact}
        onChange={(contact) => write({ contact })}
        issues={issues}
      />
      <Field
        label="要带什么"
        hint="不用带什么就空着"
        optional
        maxLength={200}
        value={form.bring}
        onChange={(bring) => write({ bring })}
        error={faultAt(issues, 'bring')}
      />
      <Field
        label="无障碍"
        hint="台阶、坡道、电梯、手语翻译；没有看过就空着"
        optional
        maxLength={200}
        value={form.accessibility}
        onChange={(accessibility) => write({ accessibility })}
        error={faultAt(issues, 'accessibility')}
      />
      <Field
        label="直播"
        hint="网址，以 https:// 开头"
        optional
        maxLength={200}
        value={form.streamUrl}
        onChange={(streamUrl) => write({ streamUrl })}
        error={faultAt(issues, 'streamUrl')}
      />
    </>
  );
}
