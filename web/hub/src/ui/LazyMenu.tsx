import { type ButtonHTMLAttributes, cloneElement, type ComponentType, type ReactElement, Suspense, useState } from "react";

export interface OpenedMenuProps {
  /** The button that opens it again. */
  trigger: ReactElement;
}

interface LazyMenuProps {
  trigger: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;
  /** Made by `lazyScript`; it starts open. */
  Menu: ComponentType<OpenedMenuProps>;
  popup: "menu" | "dialog";
}

/** A menu whose script is loaded when it is opened for the first time: most visits open none. */
export function LazyMenu({ trigger, Menu, popup }: LazyMenuProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? (
    <Suspense fallback={cloneElement(trigger, { "aria-haspopup": popup, "aria-expanded": false, "aria-busy": true })}>
      <Menu trigger={trigger} />
    </Suspense>
  ) : (
    cloneElement(trigger, { "aria-haspopup": popup, "aria-expanded": false, onClick: () => setWanted(true) })
  );
}
