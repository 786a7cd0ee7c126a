namespace Tmcp.Gateway;

/// <summary>Settings of the runtime that only count before the first socket is opened.</summary>
internal static class ProcessSettings
{
    // Continue on the thread that the kernel woke instead of handing over to the thread pool. Forwarding never blocks, and the
    // hand-over costs more than the forwarding: bench/gateway has the numbers.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Applies what the environment does not set already.</summary>
    public static void Apply()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }
}
