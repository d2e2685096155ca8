import { getOrgUnit } from '@county/shared/org-units/org-unit-routes';
import { getServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Page } from '../../../ui/page';
import { emptyForm, formOf } from './guide-form';
import { WritingPage } from './writing';
import '../guides.scss';

/** A guide is written, or changed: what is public stays until the change has been reviewed. */
export default function EditPage() {
  const staff = useStaff();
  const { params } = useRouter();
  const guideId = params.id ?? '';
  const guide = useCall(getServiceGuide, staff && guideId ? { params: { guideId } } : null);
  if (!staff) return <SignInFirst title="编写办事指南" />;
  if (!guideId) {
    const unit = staff.unitId ? { unitId: staff.unitId, unitName: staff.unitName ?? '' } : null;
    return (
      <Page title="写一份新指南" about="写到一半会自动存在这台设备上">
        <WritingPage
          draftKey="service-guide:new"
          begun={emptyForm(newId(), newId(), unit, today())}
          guide={undefined}
        />
      </Page>
    );
  }
  return (
    <Page title={guide.data?.content.plainTitle ?? '修改办事指南'} about="群众看到的不变，审查通过后才换成新的">
      <Answer of={guide} shape="words">
        {(shown) => <Changing guide={shown} />}
      </Answer>
    </Page>
  );
}

/** Waits for the names of the units the guide has by their numbers. */
function Changing({ guide }: { guide: ServiceGuide }) {
  const { acceptingUnitId, decidingUnitId } = guide.content;
  const accepting = useCall(getOrgUnit, { params: { unitId: acceptingUnitId } });
  const deciding = useCall(getOrgUnit, decidingUnitId ? { params: { unitId: decidingUnitId } } : null);
  const names = new Map([accepting.data, deciding.data].flatMap((unit) => (unit ? [[unit.id, unit.name]] : [])));
  const isKnown = names.has(acceptingUnitId) && (decidingUnitId === null || names.has(decidingUnitId));
  if (!isKnown) return <Answer of={accepting.data ? deciding : accepting}>{() => null}</Answer>;
  const begun = formOf(guide, newId(), (unitId) => names.get(unitId) ?? '', today());
  return <WritingPage key={guide.revision} draftKey={`service-guide:${guide.id}`} begun={begun} guide={guide} />;
}
