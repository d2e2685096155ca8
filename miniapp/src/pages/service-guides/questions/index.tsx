import { myList, type TreeAnswers } from '@county/shared/service-guides/my-list';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useDraft } from '../../../api/drafts';
import { usePublicGuide } from '../../../api/whole-guides';
import { isNotThere, NotThere } from '../../../components/not-there';
import { answersInAddress, guidePage, myListPage } from '../../../navigation/guide-pages';
import { callable, ring } from '../../../platform/device';
import { replaceWith } from '../../../platform/navigation';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Flow, Stack } from '../../../ui/surface';
import '../guides.scss';

/** 几个问题，得出我的清单: one question a screen, the way back always there. */
export default function QuestionsPage() {
  const { params } = useRouter();
  const guideId = params.id ?? '';
  const guide = usePublicGuide(guideId);
  if (!guideId || isNotThere(guide.failure))
    return <NotThere title="几个问题" what="这份办事指南" failure={guide.failure} />;
  return (
    <Page title="几个问题" about={guide.data?.content.plainTitle}>
      <Answer of={guide} shape="words">
        {(shown) => <Asking guide={shown} />}
      </Answer>
    </Page>
  );
}

function Asking({ guide }: { guide: PublicGuide }) {
  // Kept on the device, so that a call in between does not begin everything anew.
  const draft = useDraft<{ answers: TreeAnswers }>(`guide-answers:${guide.id}:${guide.version}`, { answers: {} });
  const { answers } = draft.value;
  const list = myList(guide.content, answers);
  const back = () =>
    draft.change({
      answers: withoutLast(
        answers,
        list.given.map(({ questionKey }) => questionKey),
      ),
    });
  const finish = () => {
    const given = Object.fromEntries(list.given.map(({ questionKey, optionKey }) => [questionKey, optionKey]));
    draft.discard();
    void replaceWith(myListPage(guide.id, answersInAddress(given)));
  };
  if (!guide.content.tree) return <NoQuestions guide={guide} />;
  return (
    <>
      {list.at === 'question' ? (
        <Box role="group" label={list.question.question}>
          <Stack>
            <Box className="asked-progress">{`第 ${list.given.length + 1} 问`}</Box>
            <Box as="h2" className="asked">
              {list.question.question}
            </Box>
            <Box className="choice">
              {list.question.options.map((option) => (
                <Press
                  key={option.key}
                  className="choice-option"
                  onPress={() => draft.change({ answers: { ...answers, [list.question.key]: option.key } })}
                >
                  <Box className="choice-words">{option.label}</Box>
                  <Icon name="chevron-right" className="row-more" />
                </Press>
              ))}
            </Box>
          </Stack>
        </Box>
      ) : null}
      {list.at === 'stop' ? <NotYours guide={guide} words={list.words} /> : null}
      {list.at === 'list' ? (
        <Card>
          <EmptyState
            icon="circle-check"
            title={list.materials.length ? `问完了，您要带 ${list.materials.length} 样` : '问完了，不用带材料'}
            action={
              <Button kind="primary" icon="list-checks" onPress={finish}>
                看我的清单
              </Button>
            }
          >
            请看看下面的回答对不对，不对可以退回去改。
          </EmptyState>
        </Card>
      ) : null}
      {list.given.length ? (
        <>
          <Card flush>
            {list.given.map(({ questionKey, question, label }) => (
              <Box key={questionKey} className="row">
                <Box className="row-words">
                  <Box className="row-about">{question}</Box>
                  <Box className="row-title">{label}</Box>
                </Box>
              </Box>
            ))}
          </Card>
          <Flow>
            <Button icon="undo-2" onPress={back}>
              退回上一问
            </Button>
            <Button kind="quiet" onPress={() => draft.discard()}>
              从头再来
            </Button>
          </Flow>
        </>
      ) : null}
    </>
  );
}

function NotYours({ guide, words }: { guide: PublicGuide; words: string }) {
  const { name, phone } = guide.content.contact;
  return (
    <Notice
      kind="warn"
      title="按您的情况，不是照这份指南办"
      action={
        <Button icon="phone" onPress={() => void ring(callable(phone))}>
          {`打电话问${name}`}
        </Button>
      }
    >
      {words}
    </Notice>
  );
}

function NoQuestions({ guide }: { guide: PublicGuide }) {
  const to = guidePage(guide.id);
  return (
    <Card>
      <EmptyState
        icon="circle-help"
        title="这份指南没有要问的"
        action={
          <Button kind="primary" href={to} onPress={() => void replaceWith(to)}>
            看指南
          </Button>
        }
      >
        人人带的材料都一样，指南里写着。
      </EmptyState>
    </Card>
  );
}

function withoutLast(answers: TreeAnswers, given: readonly string[]): TreeAnswers {
  const last = given[given.length - 1];
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== last));
}
