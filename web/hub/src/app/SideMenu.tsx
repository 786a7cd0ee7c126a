import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { menu } from "@/app/menu";
import { useTexts } from "@/i18n/useTexts";
import { classes } from "@/ui/classes";

interface SideMenuProps {
  onNavigate?: () => void;
  /** Above the entries. */
  children?: ReactNode;
}

export function SideMenu({ onNavigate, children }: SideMenuProps) {
  const t = useTexts();
  return (
    <nav aria-label={t.app.mainMenu}>
      {children}
      <ul className="space-y-1">
        {menu.map(({ path, text, icon: Icon }) => (
          <li key={path}>
            <NavLink
              to={path}
              end={path === "/"}
              {...(onNavigate && { onClick: onNavigate })}
              className={({ isActive }) => classes("flex items-center gap-3 rounded-md px-3 py-2", isActive ? "bg-accent-soft font-medium" : "hover:bg-raised")}
            >
              <Icon aria-hidden="true" className="size-5 shrink-0" />
              {t.menu[text]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
