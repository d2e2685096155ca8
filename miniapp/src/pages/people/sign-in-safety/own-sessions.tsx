import { endOtherSessions, listOwnSessions } from '@county/shared/people/session-routes';
import type { OwnSession } from '@county/shared/people/session';
import { call } from '../../../api/call';
import { useCall } from '../../../api/use-call';
import { useSending } from '../../../api/use-sending';
import { Answer, FailureNotice, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';

const KINDS: Record<OwnSession['kind'], string> = { wechat: '微信小程序', web: '电脑或手机网页', demo: '演示登录' };

/** Where the person is signed in, and out of everywhere else by one tap. */
export function OwnSessions() {
  const sessions = useCall(listOwnSessions, {});
  const { send, busy, failure } = useSending<unknown>(() => {
    toast('其他地方都已退出');
    void sessions.reload();
  });
  const end = async () => {
    const words = '手机丢了，或用过别人的电脑，就退出。那些地方没有发送的内容，要重新登录才能发。';
    if (await confirm({ title: '退出其他地方的登录？', words, yes: '都退出' }))
      await send(call(endOtherSessions, { body: { others: true } }));
  };
  return (
    <Section title="登录着的地方">
      <Answer of={sessions} shape="rows">
        {({ items }) => (
          <Stack>
            <Card flush>
              {items.map(({ id, kind, startedAt, lastSeenAt, isThis }) => (
                <Row
                  key={id}
                  icon={kind === 'wechat' ? 'phone' : 'log-in'}
                  title={KINDS[kind]}
                  about={`${timeInWords(startedAt)} 登录，最近使用 ${timeInWords(lastSeenAt)}`}
                  end={
                    isThis ? (
                      <Tag tone="pine" icon="check">
                        这里
                      </Tag>
                    ) : undefined
                  }
                />
              ))}
            </Card>
            <FailureNotice failure={failure} />
            {items.some(({ isThis }) => !isThis) ? (
              <Button icon="log-out" wide busy={busy} onPress={() => void end()}>
                退出其他地方
              </Button>
            ) : null}
          </Stack>
        )}
      </Answer>
    </Section>
  );
}
