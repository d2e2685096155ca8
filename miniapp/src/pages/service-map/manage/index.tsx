import { listCorrections, listServicePoints } from '@county/shared/service-map/service-map-routes';
import { SERVICE_POINT_KIND_LABELS, type ServicePointView } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useWholeList } from '../../../api/use-whole-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow, Row } from '../../../ui/surface';
import { CORRECTIONS_PAGE, NEW_POINT_PAGE, SHEET_PAGE } from '../keeping-pages';
import { PointDrafts } from './point-drafts';
import { PointMoves } from './point-moves';
import { PointTags } from './point-tags';

type Part = 'all' | 'check-due' | 'withdrawn';

const PARTS = [
  { value: 'all', label: '全部' },
  { value: 'check-due', label: '该核对' },
  { value: 'withdrawn', label: '已撤下' },
] as const;

const EMPTY: Record<Part, { title: string; words: string }> = {
  all: { title: '还没有登记服务点', words: '按“新增服务点”逐个登记，或导入一张表。' },
  'check-due': { title: '没有该核对的', words: '各点都在近期核对过。' },
  withdrawn: { title: '没有撤下的服务点', words: '撤下的服务点不再公开，历史仍留着。' },
};

/** The points of one's unit and the units below: kept right, checked, closed for a day. */
export default function ManagePointsPage() {
  const staff = useStaff();
  const { part: asked } = useRouter().params;
  const [part, setPart] = useState<Part>(asked === 'check-due' ? 'check-due' : 'all');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ServicePointView>();
  // A point is looked for among all.
  const list = useWholeList(listServicePoints, staff ? { query: { part, limit: 200 } } : null);
  const corrections = useCall(listCorrections, staff ? { query: { part: 'open', limit: 200 } } : null);
  if (!staff) return <SignInFirst title="管服务点" />;
  const waiting = corrections.data?.items.length ?? 0;
  return (
    <Page title="管服务点" about="改了时间、电话、地址，群众马上看到；每次修改都有记录，可以恢复">
      <Flow>
        <Button kind="primary" icon="plus" href={NEW_POINT_PAGE}>
          新增服务点
        </Button>
        <Button icon="table-2" href={SHEET_PAGE}>
          导入导出
        </Button>
      </Flow>
      {waiting ? (
        <Card flush>
          <Row
            icon="message-square-text"
            title={`群众纠错 ${waiting}${corrections.data?.next ? ' 条以上' : ' 条'}待处理`}
            about="看看说得对不对，回一句话"
            to={CORRECTIONS_PAGE}
          />
        </Card>
      ) : null}
      <PointDrafts />
      <Segmented<Part> label="哪些服务点" options={PARTS} value={part} onChange={setPart} />
      {(list.data?.length ?? 0) > MOST_WITHOUT_SEARCH ? (
        <SearchField label="找服务点：名称、单位、地址" value={words} onChange={setWords} />
      ) : null}
      <Answer of={list}>
        {(items) =>
          items.length ? (
            <PointRows
              key={`${part} ${words}`}
              points={items.filter(holds(words))}
              rest={!list.hasMore ? 'read' : list.failure ? 'failed' : 'reading'}
              onChoose={setChosen}
            />
          ) : (
            <Card>
              <EmptyState icon="inbox" title={EMPTY[part].title}>
                {EMPTY[part].words}
              </EmptyState>
            </Card>
          )
        }
      </Answer>
      {waiting ? null : (
        <Flow>
          <Button kind="quiet" icon="message-square-text" href={CORRECTIONS_PAGE}>
            群众纠错
          </Button>
        </Flow>
      )}
      {chosen ? <PointMoves point={chosen} onClose={() => setChosen(undefined)} /> : null}
    </Page>
  );
}

const MOST_WITHOUT_SEARCH = 8;

interface PointRowsProps {
  points: readonly ServicePointView[];
  /** What of the list is not here yet. */
  rest: keyof typeof NONE_FOUND;
  onChoose(point: ServicePointView): void;
}

const NONE_FOUND = {
  read: { title: '没有这样的服务点', words: '换几个字再找，或看看“已撤下”里有没有。' },
  reading: { title: '正在读服务点', words: '读完就知道有没有，请稍候。' },
  failed: { title: '已读到的里面没有', words: '后面的还没有读到，请按“再试一次”。' },
};

/** What fits a few screens: WeChat hands every row over to be drawn before it shows any. */
const AT_ONCE = 60;

function PointRows({ points, rest, onChoose }: PointRowsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  if (!points.length)
    return (
      <Card>
        <EmptyState icon="search" title={NONE_FOUND[rest].title}>
          {NONE_FOUND[rest].words}
        </EmptyState>
      </Card>
    );
  return (
    <>
      <Card flush>
        {points.slice(0, shown).map((point) => (
          <Row
            key={point.id}
            title={point.name}
            about={[SERVICE_POINT_KIND_LABELS[point.kind], point.unitName, point.address].join(' · ')}
            foot={<PointTags point={point} />}
            onPress={() => onChoose(point)}
          />
        ))}
      </Card>
      {points.length > shown ? (
        <Box className="more">
          <Button kind="quiet" onPress={() => setShown(shown + AT_ONCE)}>
            再看一些
          </Button>
        </Box>
      ) : null}
    </>
  );
}

const holds = (words: string) => (point: ServicePointView) =>
  words
    .trim()
    .split(/\s+/)
    .every((word) => `${point.name} ${point.unitName} ${point.address} ${point.landmark}`.includes(word));
