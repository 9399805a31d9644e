// The pages that are opened most, each the code that comes when it is opened.

export const pages = {
  today: () => import('./today/page.tsx'),
  board: () => import('./board/page.tsx'),
  system: () => import('./system/page.tsx'),
  gantt: () => import('./gantt/page.tsx'),
  deadlines: () => import('./deadlines/page.tsx'),
  decide: () => import('./decide/page.tsx'),
  procurement: () => import('./procurement/page.tsx'),
  report: () => import('./report/page.tsx'),
  audit: () => import('./audit/page.tsx'),
};
