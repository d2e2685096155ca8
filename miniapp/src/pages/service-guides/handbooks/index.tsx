import type { Handbook } from '@county/shared/service-guides/handbook';
import { listHandbooks } from '@county/shared/service-guides/handbook-routes';
import { canWrite } from '@county/shared/writings/writing-rules';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { goTo, withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Row } from '../../../ui/surface';
import { GuideStateTag } from '../guide-state';

const NEW_HANDBOOK = '/pages/service-guides/handbook-edit/index';

/** 一本通 of the units one answers for. */
export default function HandbooksPage() {
  const staff = useStaff();
  const list = useList(listHandbooks, staff ? { query: {} } : null);
  if (!staff) return <SignInFirst title="一本通" />;
  const writing = canWrite({ unitId: staff.unitId ?? '' }, staff);
  return (
    <Page title="一本通维护" about="一件大事跨几个部门，把办事指南按顺序串起来">
      <Flow>
        <Button
          kind="primary"
          icon="plus"
          href={NEW_HANDBOOK}
          disabledReason={writing.allowed ? null : writing.reason}
          onPress={() => void goTo(NEW_HANDBOOK)}
        >
          写一份一本通
        </Button>
      </Flow>
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="list-checks" title="还没有一本通">
              先把各步的办事指南公开，再在这里串起来。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((handbook) => (
              <OneHandbook key={handbook.id} handbook={handbook} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function OneHandbook({ handbook }: { handbook: Handbook }) {
  const { content, unitName, writtenByName, writtenAt } = handbook;
  return (
    <Row
      brief
      icon="list-checks"
      title={content.title}
      about={`${content.matter} · ${content.steps.length} 步 · ${unitName} · ${writtenByName} ${timeInWords(writtenAt)} 写`}
      foot={<GuideStateTag state={handbook.state} />}
      to={withQuery('/pages/service-guides/handbook-review/index', { id: handbook.id })}
    />
  );
}
