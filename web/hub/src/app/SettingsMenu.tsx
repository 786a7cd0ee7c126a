import * as Radix from "@radix-ui/react-dropdown-menu";
import { Check } from "lucide-react";
import { useState } from "react";
import { chooseTheme, storedTheme, type Theme } from "@/app/theme";
import type { Language } from "@/i18n/texts";
import { useLanguage } from "@/i18n/useTexts";
import { signOut } from "@/session/session";
import { useUser } from "@/session/useSession";
import type { OpenedMenuProps } from "@/ui/LazyMenu";
import { menuContent, menuItem, menuLabel } from "@/ui/menuLook";

/** Theme, language and the end of the session. */
export default function SettingsMenu({ trigger }: OpenedMenuProps) {
  const { texts: t, language, setLanguage } = useLanguage();
  const user = useUser();
  const [theme, setTheme] = useState(storedTheme);
  const changeTheme = (value: string) => {
    chooseTheme(value as Theme);
    setTheme(value as Theme);
  };

  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align="end" className={menuContent}>
          <p className={menuLabel}>{user.email}</p>
          <Radix.Separator className="my-1 h-px bg-line" />
          <Radix.Label className={menuLabel}>{t.app.theme}</Radix.Label>
          <Radix.RadioGroup value={theme} onValueChange={changeTheme}>
            {(["light", "dark", "system"] as const).map((value) => (
              <RadioItem key={value} value={value} label={t.app.themes[value]} />
            ))}
          </Radix.RadioGroup>
          <Radix.Separator className="my-1 h-px bg-line" />
          <Radix.Label className={menuLabel}>{t.app.language}</Radix.Label>
          <Radix.RadioGroup value={language} onValueChange={(value) => setLanguage(value as Language)}>
            <RadioItem value="en" label="English" />
            <RadioItem value="vi" label="Tiếng Việt" />
          </Radix.RadioGroup>
          <Radix.Separator className="my-1 h-px bg-line" />
          <Radix.Item className={menuItem} onSelect={() => signOut(true)}>
            {t.app.signOut}
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function RadioItem({ value, label }: { value: string; label: string }) {
  return (
    <Radix.RadioItem value={value} className={menuItem}>
      <span className="inline-block size-4">
        <Radix.ItemIndicator>
          <Check aria-hidden="true" className="size-4" />
        </Radix.ItemIndicator>
      </span>
      {label}
    </Radix.RadioItem>
  );
}
