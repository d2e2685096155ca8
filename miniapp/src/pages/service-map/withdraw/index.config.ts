export default definePageConfig({ navigationBarTitleText: '撤下服务点' });
