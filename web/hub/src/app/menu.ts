import { Box, CalendarDays, Clapperboard, FileText, Images, LayoutDashboard, type LucideIcon, Megaphone, Palette, Share2, SquarePen, Users } from "lucide-react";
import type { Texts } from "@/i18n/texts";

interface MenuEntry {
  path: string;
  text: keyof Texts["menu"];
  icon: LucideIcon;
}

export const menu: readonly MenuEntry[] = [
  { path: "/", text: "dashboard", icon: LayoutDashboard },
  { path: "/worksheets", text: "worksheets", icon: FileText },
  { path: "/campaigns", text: "campaigns", icon: Megaphone },
  { path: "/brands", text: "brands", icon: Palette },
  { path: "/customers", text: "customers", icon: Users },
  { path: "/calendar", text: "calendar", icon: CalendarDays },
  { path: "/social-accounts", text: "socialAccounts", icon: Share2 },
  { path: "/social-posts", text: "socialPosts", icon: SquarePen },
  { path: "/media-assets", text: "media", icon: Images },
  { path: "/video-generator", text: "video", icon: Clapperboard },
  { path: "/products", text: "products", icon: Box },
];
