export default definePageConfig({ navigationBarTitleText: '活动中的问题' });
