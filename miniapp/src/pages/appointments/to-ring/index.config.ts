export default definePageConfig({ navigationBarTitleText: '要打电话告知的' });
