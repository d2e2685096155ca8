import { bytesInWords, durationInWords, lateAfter, operationConcerns } from '@county/shared/operation/operation-rules';
import { getOperation, REMINDER_QUEUE_LABELS, type Operation } from '@county/shared/operation/operation';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Row, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

const DATABASE_LABELS = { sqlite: 'SQLite', mariadb: 'MariaDB', mysql: 'MySQL' } as const;
const SESSION_LABELS = { wechat: '微信', web: '网页', demo: '演示' } as const;
const TELEPHONE_LIST = '/pages/reminders/telephone-list/index';

/** 运行状况: how the server is doing, and in plain sentences what needs doing; for administrators. */
export default function OperationPage() {
  const staff = useStaff();
  const operation = useCall(getOperation, staff ? {} : null);
  if (!staff) return <SignInFirst title="运行状况" />;
  return (
    <Page title="运行状况" about="服务器、提醒和备份是否正常">
      <Answer of={operation}>
        {(known) => (
          <>
            <Concerns operation={known} />
            <Flow>
              <Button icon="refresh-cw" busy={operation.loading} onPress={() => void operation.reload()}>
                重新查看
              </Button>
              <Box className="row-about">{`${timeInWords(known.at)} 的情况`}</Box>
            </Flow>
            <Reminders operation={known} />
            <Undelivered operation={known} />
            <Server operation={known} />
            <Kept operation={known} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Concerns({ operation }: { operation: Operation }) {
  const concerns = operationConcerns(operation);
  if (!concerns.length) return <Notice kind="success" title="一切正常，没有要处理的事" />;
  return (
    <>
      {concerns.map(({ what, wayOut }) => (
        <Notice key={what} kind="warn" title={what}>
          {wayOut}
        </Notice>
      ))}
    </>
  );
}

function Reminders({ operation: { queues, lastTickAt } }: { operation: Operation }) {
  const about = lastTickAt ? `上次查看到期的提醒：${timeInWords(lastTickAt)}` : '启动后还没有查看过到期的提醒';
  return (
    <Section title="等着发出的提醒" about={about}>
      <Card flush>
        {queues.map((one) => (
          <Row key={one.queue} title={REMINDER_QUEUE_LABELS[one.queue]} end={<QueueTag of={one} />} />
        ))}
      </Card>
    </Section>
  );
}

function QueueTag({ of: { queue, isOpen, oldestSeconds } }: { of: Operation['queues'][number] }) {
  if (oldestSeconds === null)
    return isOpen ? (
      <Tag tone="pine" icon="circle-check">
        没有积压
      </Tag>
    ) : (
      <Tag tone="stone" icon="circle-minus">
        未开通
      </Tag>
    );
  return oldestSeconds > lateAfter(queue) ? (
    <Tag tone="cinnabar" icon="triangle-alert">{`积压 ${durationInWords(oldestSeconds)}`}</Tag>
  ) : (
    <Tag tone="amber" icon="clock">{`最早的等了 ${durationInWords(oldestSeconds)}`}</Tag>
  );
}

function Undelivered({ operation: { undelivered } }: { operation: Operation }) {
  if (!undelivered.length)
    return (
      <Section title="没有送到的">
        <Card>最近七天，没有送不到而又没打电话的。</Card>
      </Section>
    );
  return (
    <Section title="没有送到的" about="最近七天，还没有打电话的">
      <Card flush>
        {undelivered.map(({ state, reason, count }) => (
          <Row
            key={`${state} ${reason}`}
            title={reason || '没有说明原因'}
            end={
              <Tag tone={state === 'failed' ? 'cinnabar' : 'amber'} icon={state === 'failed' ? 'x' : 'circle-help'}>
                {`${state === 'failed' ? '没有送到' : '不确定'} ${count} 条`}
              </Tag>
            }
          />
        ))}
        <Row icon="phone" title="看要打电话的人" to={TELEPHONE_LIST} />
      </Card>
    </Section>
  );
}

function Server({ operation }: { operation: Operation }) {
  const { version, database, startedAt, databaseQueued, sessions, disk } = operation;
  const alive = sessions
    .filter(({ count }) => count)
    .map(({ kind, count }) => `${SESSION_LABELS[kind]} ${count} 人次`)
    .join('，');
  return (
    <Section title="服务器">
      <Card>
        <Facts
          facts={[
            { name: '版本', value: version },
            { name: '启动时间', value: timeInWords(startedAt) },
            { name: '数据库', value: DATABASE_LABELS[database] },
            { name: '等数据库的', value: databaseQueued ? `${databaseQueued} 件` : '没有' },
            { name: '正在登录的', value: alive || '没有' },
            { name: '磁盘', value: `剩 ${bytesInWords(disk.freeBytes)}，共 ${bytesInWords(disk.totalBytes)}` },
          ]}
        />
      </Card>
    </Section>
  );
}

function Kept({ operation: { lastBackUpAt, lastSealedAt, unsealedSeconds } }: { operation: Operation }) {
  const waiting = unsealedSeconds === null ? '都已封好' : `最早没封的等了 ${durationInWords(unsealedSeconds)}`;
  return (
    <Section title="备份和操作日志">
      <Card>
        <Facts
          facts={[
            { name: '上次备份', value: lastBackUpAt ? timeInWords(lastBackUpAt) : '没有记录' },
            { name: '上次封记', value: lastSealedAt ? timeInWords(lastSealedAt) : '还没有' },
            { name: '没封的日志', value: waiting },
          ]}
        />
      </Card>
    </Section>
  );
}
