import { useState } from "react";
import { Navigate, useLocation } from "react-router";
import { type Failure, toFailure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { signIn } from "@/session/session";
import { useSession } from "@/session/useSession";
import { Button } from "@/ui/Button";
import { failureText } from "@/ui/failureText";
import { Input } from "@/ui/Input";
import { useForm } from "@/ui/useForm";

export default function LoginPage() {
  const t = useTexts();
  const session = useSession();
  const from = originOf(useLocation().state);
  const form = useForm({ email: "", password: "" });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (session) {
    return <Navigate to={from} replace />;
  }

  const submit = async () => {
    if (!form.check("email", "password")) {
      return;
    }

    setBusy(true);
    setFailure(null);
    try {
      await signIn(form.values.email.trim(), form.values.password);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <form
        noValidate
        className="w-full max-w-sm space-y-4 rounded-xl border border-line bg-surface p-6"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <title>{t.login.title}</title>
        <h1 className="text-xl font-semibold">{t.login.title}</h1>
        {from !== "/" && <p className="text-muted">{t.login.expired}</p>}
        {failure && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {/* PocketBase answers 400 to a wrong password, and does not say which of the two is wrong. */}
            {failure.status === 400 ? t.login.failed : failureText(failure, t)}
          </p>
        )}
        <Input label={t.login.email} type="email" name="email" autoComplete="username" required value={form.values.email} onChange={form.set("email")} error={form.errorOf("email", null)} autoFocus />
        <Input
          label={t.login.password}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={form.values.password}
          onChange={form.set("password")}
          error={form.errorOf("password", null)}
        />
        <Button look="primary" type="submit" busy={busy} className="w-full">
          {t.login.signIn}
        </Button>
      </form>
    </main>
  );
}

// Where the guest wanted to go. It is a path of this application: the router keeps it under /hub.
function originOf(state: unknown): string {
  const from = typeof state === "object" && state !== null && "from" in state ? state.from : null;
  return typeof from === "string" && from.startsWith("/") ? from : "/";
}
