export default definePageConfig({ navigationBarTitleText: '提醒方式' });
