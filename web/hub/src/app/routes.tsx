import { type ComponentType } from "react";
import { lazyScript } from "@/app/script";

interface PageRoute {
  /** Below /hub. */
  path: string;
  Page: ComponentType;
}

// One line a page, in the order of the alphabet. Each is a file of its own that is loaded when it is first shown.
export const pages: readonly PageRoute[] = [
  { path: "/", Page: lazyScript(() => import("@/pages/dashboard/DashboardPage")) },
  { path: "/brands", Page: lazyScript(() => import("@/pages/brands/BrandsPage")) },
  { path: "/calendar", Page: lazyScript(() => import("@/pages/calendar/CalendarPage")) },
  { path: "/campaigns", Page: lazyScript(() => import("@/pages/campaigns/CampaignsPage")) },
  { path: "/campaigns/:id/briefs", Page: lazyScript(() => import("@/pages/briefs/BriefsPage")) },
  { path: "/customers", Page: lazyScript(() => import("@/pages/customers/CustomersPage")) },
  { path: "/media-assets", Page: lazyScript(() => import("@/pages/media/MediaPage")) },
  { path: "/products", Page: lazyScript(() => import("@/pages/products/ProductsPage")) },
  { path: "/social-accounts", Page: lazyScript(() => import("@/pages/social-accounts/SocialAccountsPage")) },
  { path: "/social-posts", Page: lazyScript(() => import("@/pages/social-posts/SocialPostsPage")) },
  { path: "/video-generator", Page: lazyScript(() => import("@/pages/video/VideoPage")) },
  { path: "/worksheets", Page: lazyScript(() => import("@/pages/worksheets/WorksheetsPage")) },
];
