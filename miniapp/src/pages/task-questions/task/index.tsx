import { listPublicTaskQuestions } from '@county/shared/task-questions/task-question-routes';
import type { PublicTaskQuestion } from '@county/shared/task-questions/task-question';
import { getPublicTask } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { useRouter } from '@tarojs/taro';
import { questionsAskedHere } from '../../../api/kept-numbers';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { ring } from '../../../platform/device';
import { goTo, withQuery } from '../../../platform/navigation';
import { Answer, ListAnswer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Row, Section, Stack } from '../../../ui/surface';

/** What residents have asked about a task and what its units answered, for anybody; and the way to ask. */
export default function TaskQuestionsPage() {
  const { id: taskId = '' } = useRouter().params;
  const task = useCall(getPublicTask, { params: { taskId } });
  const asked = useList(listPublicTaskQuestions, { params: { taskId }, query: { limit: 20 } });
  const toAsk = withQuery('/pages/task-questions/ask/index', { id: taskId });
  return (
    <Page title="提问和答复" about={task.data?.breakdownTitle}>
      <Answer of={task} shape="words">
        {({ number, mainTask, duePhrase, lines }) => (
          <>
            <Card>
              <Box as="h2" className="row-title">{`${number}．${mainTask}`}</Box>
              <Box className="row-about">
                {`${duePhrase} · ${lines.length ? `${lines.length} 个单位承办` : '责任单位待明确'}`}
              </Box>
            </Card>
            {questionsAskedHere.all().length ? (
              <Card flush>
                <Row
                  icon="circle-help"
                  title="我的提问"
                  about="这台手机上提过的"
                  to="/pages/task-questions/mine/index"
                />
              </Card>
            ) : null}
            <Section title="大家问过的" about="经审查后公开，新的在前">
              <ListAnswer
                of={asked}
                empty={
                  <Card>
                    <EmptyState icon="message-square-text" title="还没有公开的提问">
                      您可以第一个问，不用登录。
                    </EmptyState>
                  </Card>
                }
              >
                {(items) => (
                  <>
                    {items.map((one) => (
                      <OneAnswered key={one.id} one={one} />
                    ))}
                  </>
                )}
              </ListAnswer>
            </Section>
            <ActionBar>
              <Button kind="primary" icon="pencil" wide href={toAsk} onPress={() => void goTo(toAsk)}>
                我要提问
              </Button>
            </ActionBar>
          </>
        )}
      </Answer>
    </Page>
  );
}

function OneAnswered({ one }: { one: PublicTaskQuestion }) {
  const { officePhone } = one;
  return (
    <Card>
      <Stack>
        <Box as="h3" className="row-title">{`问：${one.wording}`}</Box>
        <Box>{`答：${one.answer}`}</Box>
        <Box className="row-about">{`${one.unitName} · ${timeInWords(one.answeredAt)}答复`}</Box>
        {officePhone ? (
          <Button kind="quiet" icon="phone" onPress={() => void ring(officePhone)}>
            {`联系电话 ${officePhone}`}
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}
