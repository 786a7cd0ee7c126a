import { Plus, Trash2, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { ChatMessageView } from "@/agent/chat/ChatMessageView";
import type { ChatStore } from "@/agent/chat/chatStore";
import { type ChatMessage, titleOf } from "@/agent/chat/thread";
import { useAgentHealth } from "@/agent/health";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { classes, control } from "@/ui/classes";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { IconButton } from "@/ui/IconButton";

const none: readonly ChatMessage[] = [];

interface ChatPanelProps {
  store: ChatStore;
  onClose: () => void;
}

/** The assistant beside every page; over it on narrow screens. */
export default function ChatPanel({ store, onClose }: ChatPanelProps) {
  const t = useTexts();
  const { threads, currentId } = useSyncExternalStore(store.subscribe, store.get);
  const isUp = useAgentHealth();
  const [text, setText] = useState("");
  const [deleting, setDeleting] = useState(false);
  const thread = threads.find(({ id }) => id === currentId);
  const messages = thread?.messages ?? none;
  const isStreaming = messages.at(-1)?.state === "streaming";
  const end = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    input.current?.focus();
  }, [currentId]);
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for a clean-up.
    void end.current?.scrollIntoView?.({ block: "end" });
  }, [messages]);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isStreaming && text.trim() !== "") {
      void store.say(text);
      setText("");
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a composition of letters, as in Vietnamese or Japanese, is part of the text.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };

  return (
    <aside
      aria-label={t.chat.title}
      className="fixed inset-0 z-30 flex flex-col border-l border-line bg-surface sm:left-auto sm:w-96 xl:static xl:z-0 xl:shrink-0"
    >
      <div className="flex items-center gap-2 border-b border-line p-2">
        <span role="img" aria-label={t.chat.agentIs(isUp)} title={t.chat.agentIs(isUp)} className={classes("ml-1 size-2.5 shrink-0 rounded-full", isUp ? "bg-success" : "bg-danger")} />
        <h2 className="sr-only">{t.chat.title}</h2>
        <select aria-label={t.chat.threads} className={classes(control, "py-1")} value={thread ? currentId : ""} onChange={(event) => store.open(event.target.value)}>
          {!thread && <option value="">{t.chat.untitled}</option>}
          {threads.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </select>
        <IconButton icon={Plus} title={t.chat.newThread} onClick={() => store.begin()} />
        <IconButton icon={Trash2} title={t.chat.deleteThread} disabled={!thread} onClick={() => setDeleting(true)} />
        <IconButton icon={X} title={t.chat.close} onClick={onClose} />
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="log" aria-label={t.chat.title} aria-live="polite" aria-busy={isStreaming} tabIndex={0} className="min-h-0 flex-1 space-y-3 overflow-y-auto p-3">
        {messages.length === 0 && <p className="text-muted">{t.chat.empty}</p>}
        {messages.map((message, index) => (
          <ChatMessageView key={`${currentId}-${String(index)}`} message={message} />
        ))}
        <div ref={end} />
      </div>
      <form onSubmit={send} className="flex items-end gap-2 border-t border-line p-3">
        <textarea
          ref={input}
          aria-label={t.chat.message}
          placeholder={t.chat.message}
          rows={2}
          maxLength={10_000}
          className={classes(control, "resize-none")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isStreaming ? (
          <Button look="danger" onClick={() => store.stop(currentId)}>
            {t.chat.stop}
          </Button>
        ) : (
          <Button look="primary" type="submit" disabled={text.trim() === ""}>
            {t.chat.send}
          </Button>
        )}
      </form>
      {deleting && thread && (
        <ConfirmDialog
          message={t.chat.deleteThreadAsk(titleOf(thread))}
          onClose={() => setDeleting(false)}
          onConfirm={() => {
            store.remove(thread.id);
            setDeleting(false);
          }}
        />
      )}
    </aside>
  );
}
