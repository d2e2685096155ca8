export default definePageConfig({ navigationBarTitleText: '延期审批' });
