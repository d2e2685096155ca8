import { canWrite } from '@county/shared/writings/writing-rules';
import { listServiceGuides } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuideSummary } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { keepInAddress } from '../../../platform/address';
import { goTo, withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Flow, Row } from '../../../ui/surface';
import { GuideStateTag, StaleTag } from '../guide-state';

const PARTS = [
  { value: 'all', label: '全部' },
  { value: 'to-review', label: '待审查' },
  { value: 'stale', label: '该核对' },
  { value: 'draft', label: '草稿' },
  { value: 'withdrawn', label: '已撤下' },
] as const;

type Part = (typeof PARTS)[number]['value'];

const partOf = (text: string | undefined): Part => PARTS.find(({ value }) => value === text)?.value ?? 'all';

const EMPTY: Record<Part, string> = {
  all: '还没有办事指南',
  'to-review': '没有等待审查的指南',
  stale: '没有该核对的指南',
  draft: '没有草稿',
  withdrawn: '没有撤下的指南',
};

const NEW_GUIDE = '/pages/service-guides/edit/index';
const HANDBOOKS = '/pages/service-guides/handbooks/index';

/** Guides of the units one answers for. */
export default function ManagePage() {
  const staff = useStaff();
  const { params } = useRouter();
  const [part, setPart] = useState<Part>(() => partOf(params.part));
  const list = useList(listServiceGuides, staff ? { query: { part } } : null);
  if (!staff) return <SignInFirst title="办事指南" />;
  const writing = canWrite({ unitId: staff.unitId ?? '' }, staff);
  const choose = (value: string) => {
    const chosen = partOf(value);
    setPart(chosen);
    keepInAddress({ part: chosen });
  };
  return (
    <Page title="办事指南维护" about="写好后由另一人审查，通过了群众才看到">
      <Flow>
        <Button
          kind="primary"
          icon="plus"
          href={NEW_GUIDE}
          disabledReason={writing.allowed ? null : writing.reason}
          onPress={() => void goTo(NEW_GUIDE)}
        >
          写一份新指南
        </Button>
        <Button icon="list-checks" href={HANDBOOKS} onPress={() => void goTo(HANDBOOKS)}>
          一本通
        </Button>
      </Flow>
      <Select label="看哪一部分" options={PARTS} value={part} onChange={choose} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="clipboard-list" title={EMPTY[part]}>
              {part === 'all' ? '点“写一份新指南”开始，写到一半会自动存在这台设备上。' : '看看“全部”里有没有。'}
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((guide) => (
              <OneGuide key={guide.id} guide={guide} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function OneGuide({ guide }: { guide: ServiceGuideSummary }) {
  const written = `${guide.writtenByName} ${timeInWords(guide.writtenAt)} 写`;
  return (
    <Row
      brief
      icon="file-text"
      title={guide.plainTitle}
      about={[guide.title, guide.unitName, written].join(' · ')}
      foot={
        <Flow>
          <GuideStateTag state={guide.state} />
          {guide.isStale ? <StaleTag reviewOn={guide.reviewOn} /> : null}
        </Flow>
      }
      to={withQuery('/pages/service-guides/review/index', { id: guide.id })}
    />
  );
}
