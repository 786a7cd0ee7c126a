import { toTexts } from "@/data/json";
import type { Product } from "@/data/records";
import { keepRich, toPlain } from "@/data/richText";

export interface ProductForm {
  name: string;
  brand: string[];
  description: string;
  usp: string;
  features: string[];
  benefits: string[];
  defaultOffer: string;
}

export function toForm(product: Product | null): ProductForm {
  return {
    name: product?.name ?? "",
    brand: product?.brand_id ? [product.brand_id] : [],
    description: toPlain(product?.description ?? ""),
    usp: toPlain(product?.usp ?? ""),
    features: toTexts(product?.key_features),
    benefits: toTexts(product?.key_benefits),
    defaultOffer: product?.default_offer ?? "",
  };
}

export function toValues(form: ProductForm, product: Product | null): Partial<Product> {
  return {
    name: form.name.trim(),
    brand_id: form.brand[0] ?? "",
    description: keepRich(product?.description ?? "", form.description),
    usp: keepRich(product?.usp ?? "", form.usp),
    key_features: form.features,
    key_benefits: form.benefits,
    default_offer: form.defaultOffer,
  };
}
