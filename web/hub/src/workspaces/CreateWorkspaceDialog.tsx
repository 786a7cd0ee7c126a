import { toFailure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { showToast } from "@/ui/toasts";
import { useForm } from "@/ui/useForm";
import { useWorkspace } from "@/workspaces/useWorkspace";
import { useCreateWorkspace } from "@/workspaces/workspaces";

/** Makes a workspace and changes to it. */
export default function CreateWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { select } = useWorkspace();
  const create = useCreateWorkspace();
  const form = useForm({ name: "" });
  const failure = create.error ? toFailure(create.error) : null;
  const submit = () => {
    if (form.check("name")) {
      create.mutate(form.values.name.trim(), {
        onSuccess: (workspace) => {
          select(workspace);
          showToast(t.common.saved(workspace.name));
          onClose();
        },
      });
    }
  };

  return (
    <FormDialog title={t.workspaces.new} onClose={onClose} onSubmit={submit} busy={create.isPending} failure={failure} submitLabel={t.workspaces.create}>
      <Input label={t.workspaces.name} required maxLength={255} value={form.values.name} onChange={form.set("name")} error={form.errorOf("name", failure)} autoFocus />
    </FormDialog>
  );
}
