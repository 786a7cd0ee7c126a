import type { ChatMessage } from "@/agent/chat/thread";
import { useTexts } from "@/i18n/useTexts";
import { classes } from "@/ui/classes";
import { Markdown } from "@/ui/Markdown";
import { Spinner } from "@/ui/Spinner";

/** One message, with what the agent did for it. */
export function ChatMessageView({ message }: { message: ChatMessage }) {
  const t = useTexts();
  const isUser = message.author === "user";
  return (
    <article className={classes("max-w-full rounded-lg px-3 py-2", isUser ? "ml-8 bg-accent-soft" : "mr-4 bg-raised")}>
      <h3 className="text-xs font-semibold text-muted">{isUser ? t.chat.you : t.chat.title}</h3>
      {message.tools.length > 0 && (
        <details className="my-1 text-sm">
          <summary>{t.chat.tools(message.tools.length)}</summary>
          <ul className="mt-1 space-y-1">
            {message.tools.map((call, index) => (
              <li key={`${call.tool}-${String(index)}`} className="break-words">
                <code className="font-semibold">{call.tool}</code> <code className="text-muted">{call.input}</code>
                {call.output !== null && <pre className="whitespace-pre-wrap text-muted">{call.output}</pre>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isUser || message.state === "streaming" ? <p className="break-words whitespace-pre-wrap">{message.text}</p> : <Markdown text={message.text} />}
      {message.state === "streaming" && (
        <p className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t.agent.status[message.status] ?? (message.status || t.agent.running)}
        </p>
      )}
      {message.state === "stopped" && <p className="text-sm text-muted">{t.chat.stopped}</p>}
      {message.state === "failed" && (
        <p role="alert" className="text-sm text-danger">
          {t.agent.failed(message.error === "interrupted" ? t.agent.interrupted : message.error)}
        </p>
      )}
    </article>
  );
}
