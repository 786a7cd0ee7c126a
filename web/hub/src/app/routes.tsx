import { type ComponentType, lazy } from "react";

interface PageRoute {
  /** Below /hub. */
  path: string;
  Page: ComponentType;
}

// One line a page, in the order of the alphabet. Each is a file of its own that is loaded when it is first shown.
export const pages: readonly PageRoute[] = [
  { path: "/", Page: lazy(() => import("@/pages/dashboard/DashboardPage")) },
  { path: "/brands", Page: lazy(() => import("@/pages/brands/BrandsPage")) },
  { path: "/calendar", Page: lazy(() => import("@/pages/calendar/CalendarPage")) },
  { path: "/campaigns", Page: lazy(() => import("@/pages/campaigns/CampaignsPage")) },
  { path: "/campaigns/:id/briefs", Page: lazy(() => import("@/pages/briefs/BriefsPage")) },
  { path: "/customers", Page: lazy(() => import("@/pages/customers/CustomersPage")) },
  { path: "/media-assets", Page: lazy(() => import("@/pages/media/MediaPage")) },
  { path: "/products", Page: lazy(() => import("@/pages/products/ProductsPage")) },
  { path: "/social-accounts", Page: lazy(() => import("@/pages/social-accounts/SocialAccountsPage")) },
  { path: "/social-posts", Page: lazy(() => import("@/pages/social-posts/SocialPostsPage")) },
  { path: "/video-generator", Page: lazy(() => import("@/pages/video/VideoPage")) },
  { path: "/worksheets", Page: lazy(() => import("@/pages/worksheets/WorksheetsPage")) },
];
