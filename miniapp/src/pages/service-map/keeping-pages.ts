import { withQuery } from '../../platform/navigation';

const ofPoint = (path: string) => (id: string) => withQuery(path, { id });

export const MANAGE_PAGE = '/pages/service-map/manage/index';
export const CORRECTIONS_PAGE = '/pages/service-map/corrections/index';
export const SHEET_PAGE = '/pages/service-map/sheet/index';
export const NEW_POINT_PAGE = '/pages/service-map/edit/index';

/** Pages about one point, by its id. */
export const editPage = ofPoint(NEW_POINT_PAGE);
export const historyPage = ofPoint('/pages/service-map/history/index');
export const checkPage = ofPoint('/pages/service-map/check/index');
export const closurePage = ofPoint('/pages/service-map/closure/index');
export const withdrawPage = ofPoint('/pages/service-map/withdraw/index');
export const codesPage = ofPoint('/pages/service-map/codes/index');

/** What everybody sees of a point. */
export const pointPage = ofPoint('/pages/service-map/point/index');
