export default definePageConfig({ navigationBarTitleText: '开放日年度计划' });
