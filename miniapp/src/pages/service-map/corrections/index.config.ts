export default definePageConfig({ navigationBarTitleText: '群众纠错' });
