export default definePageConfig({ navigationBarTitleText: '管服务点' });
