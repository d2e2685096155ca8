export default definePageConfig({ navigationBarTitleText: '整项任务' });
