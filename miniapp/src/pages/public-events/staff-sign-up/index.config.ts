export default definePageConfig({ navigationBarTitleText: '一份报名' });
