export default definePageConfig({ navigationBarTitleText: '公开的任务进展' });
