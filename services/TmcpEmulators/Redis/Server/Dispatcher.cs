using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>Decides whether a request may run, runs it, and records what it changed. Used under the server's gate.</summary>
internal sealed class Dispatcher(RedisServer server, CommandTable table)
{
    public CommandTable Table { get; } = table;

    public void Execute(Client client, byte[][] arguments)
    {
        var mark = client.Output.Length;
        client.LastCommandAt = server.Now;
        server.Statistics.Commands++;
        try
        {
            var spec = Accept(client, arguments);
            if (client.Transaction is { } transaction && !spec.Is(CommandFlags.NoMulti))
                Queue(client, transaction, spec, arguments);
            else
                Run(new Invocation(server, client, spec, arguments));
        }
        catch (RedisError error)
        {
            Fail(client, mark, error);
        }

        Silence(client, mark);
        server.Waiters.ServeReady();
    }

    /// <summary>One command of EXEC: its error is its own reply.</summary>
    public void RunQueued(Client client, CommandSpec spec, byte[][] arguments)
    {
        var mark = client.Output.Length;
        try
        {
            Run(new Invocation(server, client, spec, arguments));
        }
        catch (RedisError error)
        {
            Fail(client, mark, error);
        }
    }

    /// <summary>Runs a blocked command again and returns whether it was answered.</summary>
    public bool Retry(Waiter waiter)
    {
        var mark = waiter.Client.Output.Length;
        var call = new Invocation(server, waiter.Client, waiter.Spec, waiter.Arguments) { IsRetry = true };
        try
        {
            Run(call);
        }
        catch (RedisError error) when (error.IsWrongType)
        {
            waiter.Client.Output.Truncate(mark);
            return false; // somebody made it another kind of key: what is waited for may still come
        }
        catch (RedisError error)
        {
            Fail(waiter.Client, mark, error);
        }

        return !call.StaysBlocked;
    }

    // A command that is refused here spoils a transaction; one that fails later does not.
    private CommandSpec Accept(Client client, byte[][] arguments)
    {
        try
        {
            var spec = Table.Resolve(arguments);
            client.LastCommand = spec.Name;
            Admit(client, spec);
            return spec;
        }
        catch (RedisError) when (client.Transaction is not null)
        {
            client.Transaction.IsAborted = true;
            throw;
        }
    }

    private static void Queue(Client client, Transaction transaction, CommandSpec spec, byte[][] arguments)
    {
        transaction.Commands.Add((spec, arguments));
        client.Output.Simple("QUEUED");
    }

    private static void Silence(Client client, int mark)
    {
        switch (client.ReplyMode)
        {
            case ReplyMode.Off:
                client.Output.Truncate(mark);
                break;
            case ReplyMode.SkipNext:
                client.ReplyMode = ReplyMode.SkipThis;
                break;
            case ReplyMode.SkipThis:
                client.Output.Truncate(mark);
                client.ReplyMode = ReplyMode.On;
                break;
        }
    }

    private void Admit(Client client, CommandSpec spec)
    {
        if (!client.IsTrusted && !spec.Is(CommandFlags.NoAuth))
            throw new RedisError("NOAUTH Authentication required.");
        if (client.Subscriptions > 0 && !spec.Is(CommandFlags.PubSub))
        {
            throw new RedisError(
                $"ERR Can't execute '{spec.Name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context");
        }

        if (spec.Is(CommandFlags.DenyOom) && server.MaxMemory > 0 && server.Memory.Used > server.MaxMemory)
            throw new RedisError("OOM command not allowed when used memory > 'maxmemory'.");
        if (spec.Is(CommandFlags.Write) && server.Log?.Failure is { } failure)
            throw new RedisError($"MISCONF Errors writing to the AOF file: {failure}");
    }

    private void Run(Invocation call)
    {
        var before = server.Changes;
        call.Spec.Run(call);
        if (server.Changes != before && server.Log is { } log)
            call.Client.SafeAfter = log.Append(call.Client.Database, call.Recorded);
    }

    private void Fail(Client client, int mark, RedisError error)
    {
        client.Output.Truncate(mark);
        client.Output.Error(error.Message);
        server.Statistics.Errors++;
    }
}
