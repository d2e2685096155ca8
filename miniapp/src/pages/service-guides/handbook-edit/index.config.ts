export default definePageConfig({ navigationBarTitleText: '编写一本通' });
