export default definePageConfig({ navigationBarTitleText: '上门安排' });
