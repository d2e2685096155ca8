import { copiesInWords, feeInWords, limitInWords, sourceInWords } from '@county/shared/service-guides/guide-in-words';
import { myList } from '@county/shared/service-guides/my-list';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import type { Failure } from '../../../api/failure';
import type { ListHandle } from '../../../api/my-lists';
import { guidePage, myListPage, papersOf, readAnswers, readinessInWords } from '../../../navigation/guide-pages';
import { callable, ring } from '../../../platform/device';
import { goBack, goTo, replaceWith, withQuery } from '../../../platform/navigation';
import { failureWords } from '../../../api/failure';
import { timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { confirm } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { ShareButton } from '../../../ui/share-button';
import { Card, Facts, Flow, Row, Section } from '../../../ui/surface';
import { WhereDone } from '../where-done';

interface OwnListProps {
  guide: PublicGuide;
  answers: string;
  list: ListHandle;
  /** Why the guide could not be fetched anew. */
  unreachable: Failure | undefined;
  /** The guide has a newer version than the list was made from. */
  renewedOn: string | undefined;
}

/** What this person brings, ticked off one by one; where to go, how long, what it costs, whom to ring. */
export function OwnList({ guide, answers, list, unreachable, renewedOn }: OwnListProps) {
  const { content } = guide;
  const own = myList(content, readAnswers(answers));
  const papers = papersOf({ guide, answers });
  const ticked = list.kept?.ticked ?? [];
  const sheet = withQuery('/pages/service-guides/sheet/index', { guide: guide.id, answers, list: 1 });
  return (
    <>
      <Remarks guide={guide} keptAt={list.kept?.savedAt} unreachable={unreachable} renewedOn={renewedOn} />
      {own.at === 'question' && answers ? <Unfinished guide={guide} /> : null}
      {own.at === 'stop' ? (
        <Notice kind="danger" title="按这些回答，不是照这份指南办">
          {own.words}
        </Notice>
      ) : null}
      <Section title="带什么" about={readinessInWords({ guide, answers, ticked })}>
        {papers.length ? (
          <Card>
            <Checks
              label="备好一样，勾一样"
              options={papers.map((paper) => ({
                value: paper.key,
                label: `${paper.name}（${copiesInWords(paper)}）`,
                about: [sourceInWords(paper), paper.note].filter(Boolean).join('；'),
              }))}
              values={ticked.filter((key) => papers.some((paper) => paper.key === key))}
              onChange={(keys) => list.save(guide, keys)}
            />
          </Card>
        ) : (
          <Card>不用带材料，人去就行。</Card>
        )}
      </Section>
      {own.at === 'list' && own.notes.length ? (
        <Notice kind="info" title="还要注意">
          {own.notes.join('；')}
        </Notice>
      ) : null}
      <Card>
        <Facts
          facts={[
            { name: '多久', value: limitInWords(content.limits.promisedDays) },
            { name: '多少钱', value: feeInWords(content.fee) },
            ...own.given.map(({ question, label }) => ({ name: '您说的', value: `${question} ${label}` })),
          ]}
        />
      </Card>
      <WhereDone guide={guide} />
      <Card flush>
        <Row
          icon="phone"
          title={content.contact.phone}
          about={`拿不准，问${content.contact.name}`}
          onPress={() => void ring(callable(content.contact.phone))}
        />
        <Row icon="file-text" title="看完整的办事指南" about={content.title} to={guidePage(guide.id)} />
      </Card>
      <Flow>
        <ShareButton title={`${content.plainTitle}要带的材料`} path={myListPage(guide.id, answers)} to="family" />
        <Button icon="printer" href={sheet} onPress={() => void goTo(sheet)}>
          打印版
        </Button>
        {list.kept ? (
          <Button kind="quiet" icon="trash-2" onPress={() => void discard(list)}>
            删去这份清单
          </Button>
        ) : null}
      </Flow>
    </>
  );
}

async function discard(list: ListHandle): Promise<void> {
  const question = {
    title: '删去这份清单？',
    words: '勾选的内容一并删去，可以重新做一份。',
    yes: '删去',
    danger: true,
  };
  if (!(await confirm(question))) return;
  list.remove();
  await goBack();
}

function Unfinished({ guide }: { guide: PublicGuide }) {
  const to = withQuery('/pages/service-guides/questions/index', { id: guide.id });
  return (
    <Notice
      kind="warn"
      title="有的问题还没有回答，这里只列了人人要带的"
      action={
        <Button href={to} onPress={() => void replaceWith(to)}>
          去回答
        </Button>
      }
    >
      指南里的问题可能改过，请重新回答一遍。
    </Notice>
  );
}

type RemarksProps = Pick<OwnListProps, 'guide' | 'unreachable' | 'renewedOn'> & { keptAt: string | undefined };

function Remarks({ guide, keptAt, unreachable, renewedOn }: RemarksProps) {
  return (
    <>
      {guide.withdrawnReason === null ? null : (
        <Notice kind="danger" title="这份指南已撤下，不要照着办">
          {`原因：${guide.withdrawnReason}。请先打电话问。`}
        </Notice>
      )}
      {unreachable ? (
        <Notice
          kind="warn"
          title={`${failureWords(unreachable).title}。${keptAt ? `下面是 ${timeInWords(keptAt)} 存下的清单` : '下面是存下的内容'}`}
        >
          清单存在这台设备上，照样能勾。
        </Notice>
      ) : null}
      {renewedOn ? (
        <Notice kind="warn" title={`指南在 ${renewedOn} 更新过，清单已按新的一版列出`}>
          请再核对一遍材料。
        </Notice>
      ) : null}
    </>
  );
}
