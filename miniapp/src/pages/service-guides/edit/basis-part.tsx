import { Field, TextArea } from '../../../ui/field';
import { OneUnit } from '../one-unit';
import { faultAt, faultWithin } from '../../../components/content-faults';
import type { FormPart } from './form-parts';

/** By what law, who takes the papers, who decides, who may apply. */
export function BasisPart({ form, write, issues }: FormPart) {
  return (
    <>
      <TextArea
        label="办理依据"
        hint="法律法规和文件，写到条款，一行一条"
        rows={3}
        value={form.basis}
        onChange={(basis) => write({ basis })}
        error={faultWithin(issues, 'basis')}
      />
      <OneUnit
        label="受理机构"
        unit={form.accepting}
        onChange={(accepting) => write({ accepting })}
        error={faultAt(issues, 'acceptingUnitId')}
      />
      <Field
        label="多处受理时的说法"
        hint="例如 户籍地乡镇人民政府（街道办事处）；写了就代替单位名称"
        optional
        maxLength={60}
        value={form.acceptingWords}
        onChange={(acceptingWords) => write({ acceptingWords })}
        error={faultAt(issues, 'acceptingWords')}
      />
      <OneUnit
        label="审批机构（不需要审批的不选）"
        unit={form.deciding}
        onChange={(deciding) => write({ deciding })}
        error={faultAt(issues, 'decidingUnitId')}
      />
      <Field
        label="多处审批时的说法"
        optional
        maxLength={60}
        value={form.decidingWords}
        onChange={(decidingWords) => write({ decidingWords })}
        error={faultAt(issues, 'decidingWords')}
      />
      <TextArea
        label="办事条件"
        hint="谁能办，一行一条；没有条件的空着"
        rows={3}
        value={form.conditions}
        onChange={(conditions) => write({ conditions })}
        error={faultWithin(issues, 'conditions')}
      />
    </>
  );
}
