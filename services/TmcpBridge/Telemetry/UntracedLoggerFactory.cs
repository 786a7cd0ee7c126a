namespace Tmcp.Bridge.Telemetry;

/// <summary>Logging for the MCP library without its Trace level, which prints whole messages with the tokens in them.</summary>
internal sealed class UntracedLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new UntracedLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    // The wrapped factory belongs to the host.
    public void Dispose()
    {
    }

    private sealed class UntracedLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel > LogLevel.Trace && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel > LogLevel.Trace)
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
