import type { TreeOption, TreeQuestion } from '@county/shared/service-guides/decision-tree';
import { Box } from '../../../ui/base/box';
import { Checks } from '../../../ui/choice';
import { Field, Select, TextArea } from '../../../ui/field';
import { faultAt, faultWithin } from '../../../components/content-faults';
import type { FormPart } from './form-parts';
import { newKey } from './guide-form';
import { MovedRows } from '../../../components/moved-rows';

const MOST_QUESTIONS = 12;
const MOST_OPTIONS = 8;
const END = '';
const STOP = '!stop';

const freshOption = (taken: readonly TreeOption[]): TreeOption => ({
  key: newKey('o', taken),
  label: '',
  materialKeys: [],
  note: '',
  nextKey: null,
  stop: null,
});

/** 几个问题: each answer asks for papers, leads on to another question, or says that the guide is not the one. */
export function TreePart({ form, write, issues }: FormPart) {
  const fresh = (): TreeQuestion => {
    const first = freshOption([]);
    return { key: newKey('q', form.tree), question: '', options: [first, freshOption([first])] };
  };
  return (
    <>
      <Box className="row-about">
        先问第 1 个问题。每个选项写明要加哪几样“看情况才要”的材料、接着问什么；答完就得出这个人自己的清单。
      </Box>
      <MovedRows
        what="问题"
        counted="个"
        items={form.tree}
        onChange={(tree) => write({ tree })}
        fresh={fresh}
        most={MOST_QUESTIONS}
        error={faultAt(issues, 'tree')}
      >
        {(question, index, change) => (
          <>
            <Field
              label="问题"
              hint="例如 您本人去办吗？"
              maxLength={100}
              value={question.question}
              onChange={(words) => change({ question: words })}
              error={
                faultAt(issues, `tree.questions.${index}.question`) ??
                faultAt(issues, `tree.questions.${index}`) ??
                faultAt(issues, `tree.questions.${index}.key`)
              }
            />
            <MovedRows
              what="选项"
              counted="个"
              items={question.options}
              onChange={(options) => change({ options })}
              fresh={() => freshOption(question.options)}
              most={MOST_OPTIONS}
              error={faultAt(issues, `tree.questions.${index}.options`)}
            >
              {(option, place, changeOption) => (
                <OptionFields
                  option={option}
                  change={changeOption}
                  question={question}
                  form={form}
                  issues={issues}
                  path={`tree.questions.${index}.options.${place}`}
                />
              )}
            </MovedRows>
          </>
        )}
      </MovedRows>
    </>
  );
}

interface OptionProps extends Pick<FormPart, 'form' | 'issues'> {
  option: TreeOption;
  change(part: Partial<TreeOption>): void;
  question: TreeQuestion;
  path: string;
}

function OptionFields({ option, change, question, form, issues, path }: OptionProps) {
  const others = form.materials.filter(({ needed }) => needed === 'by-answers');
  const leads = [
    { value: END, label: '问完了，给出清单' },
    { value: STOP, label: '不适用这份指南，写明怎么办' },
    ...form.tree
      .filter(({ key }) => key !== question.key)
      .map(({ key, question: words }) => ({ value: key, label: `接着问：${words || '（还没写）'}` })),
  ];
  const lead = (chosen: string) => {
    if (chosen === STOP) return change({ nextKey: null, stop: option.stop ?? '' });
    change({ nextKey: chosen === END ? null : chosen, stop: null });
  };
  return (
    <>
      <Field
        label="选项"
        maxLength={60}
        value={option.label}
        onChange={(label) => change({ label })}
        error={faultAt(issues, `${path}.label`) ?? faultAt(issues, `${path}.key`)}
      />
      <Select
        label="选了以后"
        options={leads}
        value={option.stop === null ? (option.nextKey ?? END) : STOP}
        onChange={lead}
        error={faultAt(issues, `${path}.nextKey`)}
      />
      {option.stop === null ? null : (
        <TextArea
          label="不适用的说明"
          hint="为什么不适用，应当怎么办"
          rows={2}
          maxLength={200}
          value={option.stop}
          onChange={(stop) => change({ stop })}
          error={faultAt(issues, `${path}.stop`)}
        />
      )}
      {option.stop === null && others.length ? (
        <Checks
          label="要加的材料"
          options={others.map(({ key, name }) => ({ value: key, label: name || '（还没写名称）' }))}
          values={option.materialKeys.filter((key) => others.some((other) => other.key === key))}
          onChange={(materialKeys) => change({ materialKeys })}
          error={faultWithin(issues, `${path}.materialKeys`)}
        />
      ) : null}
      {option.stop === null ? (
        <Field
          label="提示"
          hint="写在清单上，例如 需本人到场"
          optional
          maxLength={200}
          value={option.note}
          onChange={(note) => change({ note })}
          error={faultAt(issues, `${path}.note`)}
        />
      ) : null}
    </>
  );
}
