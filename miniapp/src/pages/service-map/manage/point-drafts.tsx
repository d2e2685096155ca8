import { draftsOf } from '../../../api/drafts';
import { useStaff } from '../../../api/session';
import { timeInWords } from '../../../ui/answer';
import { Card, Row, Section } from '../../../ui/surface';
import { editPage, NEW_POINT_PAGE } from '../keeping-pages';
import { NEW_POINT, POINT_DRAFT, type PointForm } from '../edit/point-form';

/** Changes begun on this phone and not yet sent. */
export function PointDrafts() {
  const staff = useStaff();
  const drafts = draftsOf<PointForm>(staff?.personId, POINT_DRAFT);
  if (!drafts.length) return null;
  return (
    <Section title={`还没有提交的 ${drafts.length} 份`}>
      <Card flush>
        {drafts.map(({ of, value, savedAt }) => (
          <Row
            key={of}
            icon="pencil"
            title={value.name || '新服务点（未写名称）'}
            about={`${timeInWords(savedAt)} 存在本机`}
            to={of === NEW_POINT ? NEW_POINT_PAGE : editPage(of)}
          />
        ))}
      </Card>
    </Section>
  );
}
