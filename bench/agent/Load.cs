using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Tmcp.AgentBench;

/// <summary>Opens streams evenly over a time and notes how long each word was on its way.</summary>
internal static partial class Load
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 }) { Timeout = TimeSpan.FromMinutes(2) };

    public static async Task<Outcome> RunAsync(Target target, int streams, TimeSpan arrival)
    {
        var (first, words, errors) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, streams).Select(async number =>
        {
            await Task.Delay(arrival * number / streams);
            try
            {
                await FollowAsync(target, first, words);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException or TaskCanceledException)
            {
                errors.Add(exception.Message);
            }
        }));
        return new Outcome([.. first.Order()], [.. words.Order()], errors.Count, errors.FirstOrDefault(), Stopwatch.GetElapsedTime(started));
    }

    private static async Task FollowAsync(Target target, ConcurrentBag<double> first, ConcurrentBag<double> words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = new StringContent(target.Body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = target.Authorization;
        var asked = Stopwatch.GetTimestamp();
        using var response = (await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)).EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (isFirst, last) = (true, "");
        while (await reader.ReadLineAsync() is { } line)
        {
            var now = Stopwatch.GetTimestamp();
            last = line.Length > 0 && line[0] != ':' ? line : last; // comments keep the connection alive
            foreach (var word in Times().Matches(line).AsEnumerable().TakeLast(1))
            {
                // The end repeats all words.
                if (line.Contains("\"done\"", StringComparison.Ordinal))
                    break;
                var (received, sent) = (long.Parse(word.Groups["received"].Value), long.Parse(word.Groups["sent"].Value));
                if (isFirst)
                    first.Add(Milliseconds(now - asked - (sent - received))); // without the time that the model took
                else
                    words.Add(Milliseconds(now - sent));
                isFirst = false;
            }
        }

        if (!last.Contains("\"done\"", StringComparison.Ordinal) && !last.Contains("[DONE]", StringComparison.Ordinal))
            throw new InvalidOperationException($"The stream ended with {last}");
    }

    private static double Milliseconds(long ticks) => ticks * 1_000.0 / Stopwatch.Frequency;

    [GeneratedRegex("(?<received>[0-9]{6,})/(?<sent>[0-9]{6,}) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Times();
}

/// <param name="First">Milliseconds to the first word, without the model's own time, in order.</param>
/// <param name="Words">Milliseconds from the model to the reader of every further word, in order.</param>
/// <param name="Errors">Streams that failed.</param>
/// <param name="Error">One of the reasons.</param>
/// <param name="Duration">From the first request to the end of the last stream.</param>
internal sealed record Outcome(double[] First, double[] Words, int Errors, string? Error, TimeSpan Duration);
