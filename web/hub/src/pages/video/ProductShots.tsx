import { Plus, Trash2 } from "lucide-react";
import { useTexts } from "@/i18n/useTexts";
import { FileInput } from "@/pages/video/FileInput";
import { emptyShot, fewestProducts, mostProducts, type ProductShot } from "@/pages/video/jobForm";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Input } from "@/ui/Input";

interface ProductShotsProps {
  products: readonly ProductShot[];
  accept: string;
  onChange: (products: ProductShot[]) => void;
  showMissing: boolean;
}

/** The products of a video in their order: two to ten. */
export function ProductShots({ products, accept, onChange, showMissing }: ProductShotsProps) {
  const t = useTexts();
  const texts = t.video;
  const change = (key: number, part: Partial<ProductShot>) => onChange(products.map((product) => (product.key === key ? { ...product, ...part } : product)));
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-medium">{texts.productsRange(fewestProducts, mostProducts)}</legend>
      {products.map((product, index) => (
        <div key={product.key} role="group" aria-label={texts.product(index + 1)} className="space-y-3 rounded-md border border-line p-3">
          <div className="flex items-center justify-between gap-2">
            <span className="font-medium">{texts.product(index + 1)}</span>
            <IconButton
              icon={Trash2}
              title={t.common.remove(texts.product(index + 1))}
              disabled={products.length <= fewestProducts}
              onClick={() => onChange(products.filter(({ key }) => key !== product.key))}
            />
          </div>
          <FileInput label={texts.image} required accept={accept} onChoose={(image) => change(product.key, { image })} error={showMissing && !product.image ? t.common.required : undefined} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Input
              label={texts.text}
              required
              maxLength={200}
              value={product.text}
              onChange={(text) => change(product.key, { text })}
              error={showMissing && product.text.trim() === "" ? t.common.required : undefined}
            />
            <Input label={texts.hook} maxLength={200} value={product.hook} onChange={(hook) => change(product.key, { hook })} />
          </div>
        </div>
      ))}
      <Button size="small" disabled={products.length >= mostProducts} onClick={() => onChange([...products, emptyShot(Math.max(...products.map(({ key }) => key)) + 1)])}>
        <Plus aria-hidden="true" className="size-4" />
        {texts.addProduct}
      </Button>
    </fieldset>
  );
}
