export default definePageConfig({ navigationBarTitleText: '纸质政务地图' });
