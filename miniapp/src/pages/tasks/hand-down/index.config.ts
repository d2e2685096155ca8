export default definePageConfig({ navigationBarTitleText: '分解到村' });
