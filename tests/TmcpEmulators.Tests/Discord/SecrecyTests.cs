using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http;
using Microsoft.Extensions.Logging;
using TmcpEmulators.Discord;

namespace TmcpEmulators.Tests.Discord;

public sealed class SecrecyTests
{
    [Theory]
    [InlineData("/api/webhooks/100000000000000001/t0ken-never-to-be-seen")]
    [InlineData("/api/v10/webhooks/100000000000000001/t0ken-never-to-be-seen/messages/5")]
    [InlineData("/api/WEBHOOKS/9/t0ken-never-to-be-seen")]
    [InlineData("/elsewhere/webhooks/9/t0ken-never-to-be-seen/x")]
    public async Task Token_is_in_no_log_and_no_span(string path)
    {
        using var logs = new CollectingLogs();
        var tags = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using (var discord = await DiscordEmulator.StartAsync(logs: logs))
        {
            await discord.SendAsync(HttpMethod.Post, path, """{"content":"x"}""");
            await discord.SendAsync(HttpMethod.Get, path);
        }

        Assert.Contains(tags, tag => tag.Contains("/-", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains(DiscordEmulator.Token, StringComparison.Ordinal));
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(DiscordEmulator.Token, StringComparison.Ordinal));
    }

    [Fact]
    public void Banner_does_not_show_a_given_token()
    {
        using var output = new StringWriter();

        DiscordBanner.Write(output, ["http://127.0.0.1:1"], new DiscordSettings { WebhookToken = DiscordEmulator.Token });

        Assert.DoesNotContain(DiscordEmulator.Token, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("emulator of Discord", output.ToString(), StringComparison.Ordinal);
    }

    // Kestrel's own connection logs at trace level show raw bytes nowhere; everything that a configuration can switch on is looked at.
    private sealed class CollectingLogs : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Add($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
