import { faultsIn } from '../../../components/content-faults';
import type { FormPart } from './form-parts';
import { linesOf } from './guide-form';
import { BasicPart } from './basic-part';
import { BasisPart } from './basis-part';
import { LimitPart } from './limit-part';
import { MaterialsPart } from './materials-part';
import { Part } from '../../../components/form-part';
import { QuestionsPart } from './questions-part';
import { StepsPart } from './steps-part';
import { TreePart } from './tree-part';

interface PartsProps extends FormPart {
  isNew: boolean;
  sampleUrls: Readonly<Record<string, string>>;
}

/** The form part by part, in the order in which the office will want to write it. */
export function Parts({ isNew, sampleUrls, ...part }: PartsProps) {
  const { form, issues } = part;
  const faults = (...fields: string[]) => faultsIn(issues, ...fields);
  return (
    <>
      <Part
        title="一、叫什么、给谁办"
        about={form.plainTitle || '名称、类别、大家怎么说'}
        faults={faults('unitId', 'title', 'plainTitle', 'everydayWords', 'kind', 'audience')}
        begunOpen={isNew}
      >
        <BasicPart {...part} isNew={isNew} />
      </Part>
      <Part
        title="二、依据和机构"
        about={form.accepting?.unitName ?? '办理依据、受理机构、审批机构、办事条件'}
        faults={faults('basis', 'acceptingUnitId', 'acceptingWords', 'decidingUnitId', 'decidingWords', 'conditions')}
      >
        <BasisPart {...part} />
      </Part>
      <Part
        title="三、申请资料"
        about={form.materials.length ? `${form.materials.length} 样` : '不用材料的可以空着'}
        faults={faults('materials')}
      >
        <MaterialsPart {...part} sampleUrls={sampleUrls} />
      </Part>
      <Part title="四、基本流程" about={`${form.steps.length} 步`} faults={faults('steps')}>
        <StepsPart {...part} />
      </Part>
      <Part
        title="五、时限、收费和网上办理"
        about={form.promisedDays === null ? '法定和承诺的时限、收不收费' : `承诺 ${form.promisedDays} 个工作日`}
        faults={faults('limits', 'fee', 'onlineUrl')}
      >
        <LimitPart {...part} />
      </Part>
      <Part
        title="六、常见问题、咨询人"
        about={[form.contact.name, `${form.questions.length} 个问题`, `${linesOf(form.mistakes).length} 条易错`]
          .filter(Boolean)
          .join(' · ')}
        faults={faults('questions', 'mistakes', 'contact', 'reviewOn')}
      >
        <QuestionsPart {...part} />
      </Part>
      <Part
        title="七、几个问题，得出群众的清单"
        about={form.tree.length ? `${form.tree.length} 个问题` : '人人带的都一样，可以不写'}
        faults={faults('tree')}
      >
        <TreePart {...part} />
      </Part>
    </>
  );
}
