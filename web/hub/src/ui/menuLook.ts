/** The look of drop-down menus. */
export const menuContent = "z-50 max-h-[80dvh] min-w-48 max-w-[90vw] overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-lg";
export const menuItem = "flex cursor-pointer items-center gap-2 rounded px-3 py-2 outline-none select-none data-[highlighted]:bg-raised data-[disabled]:opacity-60";
export const menuLabel = "px-3 py-1 text-sm text-muted";
