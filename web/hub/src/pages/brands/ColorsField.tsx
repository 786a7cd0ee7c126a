import { Plus, Trash2 } from "lucide-react";
import { useTexts } from "@/i18n/useTexts";
import { toPicker } from "@/pages/brands/colors";
import { Button } from "@/ui/Button";
import { control } from "@/ui/classes";
import { IconButton } from "@/ui/IconButton";

interface ColorsFieldProps {
  label: string;
  value: readonly string[];
  onChange: (colors: string[]) => void;
}

// The accent of the hub: a colour to start from that can be seen.
const firstColor = "#4338CA";

/** A palette: each colour can be picked or typed. */
export function ColorsField({ label, value, onChange }: ColorsFieldProps) {
  const t = useTexts();
  const set = (index: number, color: string) => onChange(value.map((other, at) => (at === index ? color : other)));
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {value.map((color, index) => (
          // Colours have no identity but their place.
          <div key={index} className="flex items-center gap-1">
            <input
              type="color"
              aria-label={t.brands.pickColor(index + 1)}
              className="size-10 shrink-0 cursor-pointer rounded-md border border-line bg-surface p-1"
              value={toPicker(color) ?? "#000000"}
              onChange={(event) => set(index, event.target.value.toUpperCase())}
            />
            <input aria-label={t.brands.color(index + 1)} className={control} maxLength={60} value={color} onChange={(event) => set(index, event.target.value)} />
            <IconButton icon={Trash2} title={t.common.remove(color)} onClick={() => onChange(value.filter((_, at) => at !== index))} />
          </div>
        ))}
      </div>
      <Button size="small" onClick={() => onChange([...value, firstColor])}>
        <Plus aria-hidden="true" className="size-4" />
        {t.brands.addColor}
      </Button>
    </fieldset>
  );
}
