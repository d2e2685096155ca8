import { listCirculars } from '@county/shared/circulars/circular-routes';
import type { CircularSummary } from '@county/shared/circulars/circular-views';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { goTo } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { circularPage, CircularStateTag } from '../circular-state';

const DRAFT_PAGE = '/pages/circulars/draft/index';

/** 通报: what has been issued to one's unit; for those who make them, drafts and what waits for approval as well. */
export default function CircularsPage() {
  const staff = useStaff();
  const list = useList(listCirculars, staff ? { query: {} } : null);
  if (!staff) return <SignInFirst title="通报" />;
  const drafts = staff.role === 'supervisor';
  return (
    <Page
      title="通报"
      about={
        drafts ? '逾期任务由督查员起草，负责人批准后印发' : '逾期任务的通报；被通报的单位有异议的，可以在期限内提出'
      }
    >
      {drafts ? (
        <Flow>
          <Button kind="primary" icon="plus" href={DRAFT_PAGE} onPress={() => void goTo(DRAFT_PAGE)}>
            起草通报
          </Button>
        </Flow>
      ) : null}
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="megaphone" title="没有通报">
              {drafts ? '有任务逾期较久时，可以在这里起草。' : '本单位没有收到通报。'}
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((circular) => (
              <Row
                key={circular.id}
                title={circular.title}
                about={aboutOf(circular)}
                end={<CircularStateTag state={circular.state} />}
                foot={
                  circular.waitingObjections ? (
                    <Tag tone="amber" icon="message-square-text">{`${circular.waitingObjections} 份异议待复核`}</Tag>
                  ) : null
                }
                to={circularPage(circular.id)}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

const MOST_NAMED = 3;

function aboutOf(circular: CircularSummary): string {
  const { documentNumber, issuedOn, draftedByName, draftedAt, unitNames } = circular;
  const about = issuedOn ? `${documentNumber} · ${issuedOn} 印发` : `${draftedByName} ${timeInWords(draftedAt)} 起草`;
  const named = unitNames.slice(0, MOST_NAMED).join('、');
  return `${named}${unitNames.length > MOST_NAMED ? ` 等 ${unitNames.length} 个单位` : ''} · ${about}`;
}
