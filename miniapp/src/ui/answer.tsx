import { shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import type { ReactNode } from 'react';
import { failureWords, type Failure } from '../api/failure';
import type { Loaded } from '../api/use-call';
import type { LoadedList } from '../api/use-list';
import { applyUpdate } from '../platform/app-update';
import { today } from '../platform/clock';
import { goTo } from '../platform/navigation';
import { Box } from './base/box';
import { Button } from './button';
import { EmptyState } from './empty-state';
import { Notice } from './notice';
import { Skeleton } from './skeleton';

interface AnswerProps<T> {
  /** What `useCall` gave. */
  of: Omit<Loaded<T>, 'replace'>;
  shape?: 'rows' | 'words';
  children(data: T): ReactNode;
}

/** A part of a page made from a call: its skeleton, its failure, its saved answer without a network, or its content. */
export function Answer<T>({ of, shape, children }: AnswerProps<T>) {
  if (of.data === undefined)
    return of.failure ? <FailureState failure={of.failure} onRetry={of.reload} /> : <Skeleton shape={shape} />;
  return (
    <>
      {of.failure ? (
        <Notice
          kind="warn"
          title={
            of.savedAt
              ? `${failureWords(of.failure).title}。下面的内容更新于 ${timeInWords(of.savedAt)}`
              : failureWords(of.failure).title
          }
          action={wayOut(of.failure, of.reload)}
        >
          {failureWords(of.failure).advice}
        </Notice>
      ) : of.savedAt ? (
        <Notice title={`网络慢，先看存下的内容，更新于 ${timeInWords(of.savedAt)}`}>新的内容到了会自动换上。</Notice>
      ) : null}
      {children(of.data)}
    </>
  );
}

interface ListAnswerProps<Item> {
  of: LoadedList<Item>;
  /** Shown when there is nothing. */
  empty: ReactNode;
  children(items: Item[]): ReactNode;
}

/** A list by pages, from `useList`. */
export function ListAnswer<Item>({ of, empty, children }: ListAnswerProps<Item>) {
  return (
    <Answer of={of}>
      {(items) =>
        items.length === 0 ? (
          <>{empty}</>
        ) : (
          <>
            {children(items)}
            {of.moreFailure ? (
              <Notice
                kind="warn"
                title={failureWords(of.moreFailure).title}
                // Of a list that is read to its end this stands above already.
                action={of.failure ? null : wayOut(of.moreFailure, of.loadMore)}
              >
                {failureWords(of.moreFailure).advice}
              </Notice>
            ) : null}
            {of.hasMore ? (
              <Box className="more">
                <Button kind="quiet" busy={of.loadingMore} onPress={() => void of.loadMore()}>
                  再看一些
                </Button>
              </Box>
            ) : null}
          </>
        )
      }
    </Answer>
  );
}

/** In the place of a page that could not be fetched, with the way out. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry?: () => unknown }) {
  const { title, advice } = failureWords(failure);
  return (
    <EmptyState
      icon={isOfNetwork(failure) ? 'cloud-off' : 'circle-alert'}
      title={title}
      action={wayOut(failure, onRetry)}
    >
      {advice}
    </EmptyState>
  );
}

function wayOut(failure: Failure, onRetry: (() => unknown) | undefined): ReactNode {
  if (failure.kind === 'signed-out')
    return (
      <Button kind="primary" icon="log-in" onPress={() => void goTo('/pages/people/sign-in/index')}>
        去登录
      </Button>
    );
  if (failure.kind === 'outdated')
    return (
      <Button kind="primary" icon="refresh-cw" onPress={applyUpdate}>
        更新到新版本
      </Button>
    );
  if (failure.kind === 'refused' || !onRetry) return null;
  // A crowd that presses is the same crowd.
  if (failure.kind === 'busy' && failure.comesAgain) return null;
  return (
    <Button icon="refresh-cw" onPress={() => void onRetry()}>
      再试一次
    </Button>
  );
}

const isOfNetwork = ({ kind }: Failure) => kind === 'offline' || kind === 'timed-out';

/** A failed sending, above the form's button. */
export function FailureNotice({ failure }: { failure: Failure | undefined }) {
  if (!failure) return null;
  const { title } = failureWords(failure);
  // Nothing tries again by itself here: what does has the outbox.
  const advice = isOfNetwork(failure)
    ? '请检查手机信号或网络，再按一次按钮；已填写的内容都还在。'
    : failureWords(failure).advice;
  return (
    <Notice kind="danger" title={title} action={failure.kind === 'refused' ? null : wayOut(failure, undefined)}>
      {advice}
    </Notice>
  );
}

/** `今天 14:05`, `11月3日 14:05`. */
export function timeInWords(instant: string): string {
  const day = shanghaiDay(instant);
  const [year, month, date] = day.split('-').map(Number);
  const prefix =
    day === today() ? '今天' : `${day.slice(0, 4) === today().slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
  return `${prefix} ${shanghaiTime(instant)}`;
}
