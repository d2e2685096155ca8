import { businessGuides } from '../service-guides/business.ts';
import { careGuides } from '../service-guides/care.ts';
import { farewellGuides } from '../service-guides/farewell.ts';
import { farmGuides } from '../service-guides/farm.ts';
import type { GuideSeed } from '../service-guides/guide-seed.ts';
import { householdGuides } from '../service-guides/household.ts';
import { houseGuides } from '../service-guides/house.ts';
import { identityGuides } from '../service-guides/identity.ts';
import { marriageGuides } from '../service-guides/marriage.ts';
import { medicalInsuranceGuides } from '../service-guides/medical-insurance.ts';
import { pensionGuides } from '../service-guides/pension.ts';
import { reliefGuides } from '../service-guides/relief.ts';
import { rightsGuides } from '../service-guides/rights.ts';
import { schoolGuides } from '../service-guides/school.ts';
import { shopPermitGuides } from '../service-guides/shop-permits.ts';
import { trafficGuides } from '../service-guides/traffic.ts';
import { utilityGuides } from '../service-guides/utilities.ts';
import { villageGuides } from '../service-guides/village.ts';
import { workGuides } from '../service-guides/work.ts';

export type { GuideSeed, HandbookSeed } from '../service-guides/guide-seed.ts';
export { samplePath } from './original-path.ts';
export { SAMPLE_FORMS } from '../service-guides/sample-forms.ts';
export { handbookSeeds } from '../service-guides/handbooks.ts';

/** All guides of the invented county, theme by theme. */
export function guideSeeds(): GuideSeed[] {
  return [
    ...householdGuides,
    ...identityGuides,
    ...pensionGuides,
    ...medicalInsuranceGuides,
    ...marriageGuides,
    ...reliefGuides,
    ...careGuides,
    ...houseGuides,
    ...farmGuides,
    ...businessGuides,
    ...shopPermitGuides,
    ...trafficGuides,
    ...schoolGuides,
    ...workGuides,
    ...rightsGuides,
    ...utilityGuides,
    ...farewellGuides,
    ...villageGuides,
  ];
}
