import type { Product } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { toForm, toValues } from "@/pages/products/productForm";
import { Chips } from "@/ui/Chips";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Textarea } from "@/ui/Textarea";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface ProductDialogProps {
  /** Null for a new one. */
  product: Product | null;
  onClose: () => void;
}

export function ProductDialog({ product, onClose }: ProductDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("products_services", onClose);
  const form = useForm(() => toForm(product));
  const submit = () => {
    if (form.check("name", "brand")) {
      save({ id: product?.id, values: toValues(form.values, product) }, (saved) => saved.name);
    }
  };

  return (
    <FormDialog title={product ? t.products.edit : t.products.new} onClose={onClose} onSubmit={submit} busy={busy} failure={failure} wide>
      <Input label={t.products.name} required maxLength={255} value={form.values.name} onChange={form.set("name")} error={form.errorOf("name", failure)} />
      <RecordCombobox
        label={t.products.brand}
        required
        collection="brand_identities"
        labelField="brand_name"
        value={form.values.brand}
        onChange={form.set("brand")}
        error={form.errorOf("brand", null) ?? failure?.fields["brand_id"]}
      />
      <Textarea label={t.products.description} value={form.values.description} onChange={form.set("description")} error={form.errorOf("description", failure)} />
      <Textarea label={t.products.usp} rows={2} value={form.values.usp} onChange={form.set("usp")} error={form.errorOf("usp", failure)} />
      <Chips label={t.products.features} value={form.values.features} onChange={form.set("features")} error={failure?.fields["key_features"]} />
      <Chips label={t.products.benefits} value={form.values.benefits} onChange={form.set("benefits")} error={failure?.fields["key_benefits"]} />
      <Input label={t.products.defaultOffer} maxLength={1000} value={form.values.defaultOffer} onChange={form.set("defaultOffer")} error={failure?.fields["default_offer"]} />
    </FormDialog>
  );
}
